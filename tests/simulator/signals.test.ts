/** Signals: handlers, the event loop's, timers, and what happens without a handler. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it('ends asyncio.run by SIGINT as CPython does: the main task is cancelled and cleans up', async () => {
  const transcript = await transcriptOf(`
    import asyncio, os, signal, threading, time

    async def main():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print("cancelled")
            raise
        finally:
            print("cleaned up")

    threading.Timer(1, os.kill, [os.getpid(), signal.SIGINT]).start()
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("interrupted", signal.getsignal(signal.SIGINT).__name__)

    async def raises():
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)

    asyncio.run(raises())
  `);
  const lines = transcript.split('\n').filter((line) => !line.includes('!   '));
  expect(lines.join('\n')).toBe(
    same(`
    [   1.000] cancelled
    [   1.000] cleaned up
    [   1.000] interrupted default_int_handler
    [   1.000]! Traceback (most recent call last):
    [   1.000]! asyncio.exceptions.CancelledError
    [   1.000]!
    [   1.000]! During handling of the above exception, another exception occurred:
    [   1.000]!
    [   1.000]! Traceback (most recent call last):
    [   1.000]! KeyboardInterrupt
    [   1.000]= exit 130`),
  );
});

it('calls what add_signal_handler was given, in the loop', async () => {
  const transcript = await transcriptOf(`
    import asyncio, os, signal

    async def main():
        loop = asyncio.get_running_loop()
        stop = asyncio.Event()
        loop.add_signal_handler(signal.SIGTERM, stop.set)
        loop.add_signal_handler(signal.SIGUSR1, print, "usr1")
        loop.call_later(1, signal.raise_signal, signal.SIGUSR1)
        loop.call_later(2, os.kill, os.getpid(), signal.SIGTERM)
        await stop.wait()
        print("stopped", loop.remove_signal_handler(signal.SIGTERM))
        print(loop.remove_signal_handler(signal.SIGTERM), signal.getsignal(signal.SIGTERM) == 0)
        try:
            loop.add_signal_handler(signal.SIGKILL, print)
        except RuntimeError as error:
            print(error)

    asyncio.run(main())
  `);
  expect(transcript).toBe(
    same(`
    [   1.000] usr1
    [   2.000] stopped True
    [   2.000] False True
    [   2.000] sig 9 cannot be caught
    [   2.000]= exit 0`),
  );
});

it('runs handlers in the main thread, between two waits or two lines, and waits on', async () => {
  const transcript = await transcriptOf(`
    import os, signal, threading, time

    def handler(number, frame):
        print(signal.Signals(number).name, frame.f_code.co_name, threading.current_thread().name)

    def wait():
        time.sleep(3)

    print(signal.signal(signal.SIGUSR1, handler) == signal.SIG_DFL)
    signal.raise_signal(signal.SIGUSR1)
    threading.Timer(1, os.kill, [os.getpid(), signal.SIGUSR1]).start()
    wait()
    print("slept", signal.getsignal(signal.SIGUSR1) is handler)

    class Alarm(Exception):
        pass

    def ring(number, frame):
        raise Alarm

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5)
    lock = threading.Lock()
    lock.acquire()
    for wait in (lambda: time.sleep(10), lock.acquire, threading.Event().wait):
        try:
            wait()
        except Alarm:
            print("alarm")
    print(signal.setitimer(signal.ITIMER_REAL, 0))
    begun = time.monotonic()
    signal.alarm(1)
    try:
        while True:
            pass
    except Alarm:
        print("alarm", 0.99 < time.monotonic() - begun < 1.02)
    signal.signal(signal.SIGALRM, handler)
    signal.alarm(1)
    signal.pause()
    print("paused")
  `);
  expect(transcript.replace(/\[ *(\d+\.\d)\d\d\]/g, '[$1]')).toBe(
    same(`
    [0.0] True
    [0.0] SIGUSR1 <module> MainThread
    [1.0] SIGUSR1 wait MainThread
    [3.0] slept True
    [3.5] alarm
    [4.0] alarm
    [4.5] alarm
    [4.5] (0.5, 0.5)
    [5.5] alarm True
    [6.5] SIGALRM <module> MainThread
    [6.5] paused
    [6.5]= exit 0`),
  );
});

it('ends the program by a signal that nobody handles, with the status that a shell shows', async () => {
  const ending = async (line: string) =>
    (await transcriptOf(`import os, signal\nprint("begun")\n${line}\nprint("never")`))
      .split('\n')
      .at(-1);
  expect(await ending('signal.raise_signal(signal.SIGTERM)')).toBe('[   0.000]= exit 143');
  expect(await ending('os.kill(os.getpid(), signal.SIGKILL)')).toBe('[   0.000]= exit 137');
  expect(await ending('signal.alarm(2); signal.pause()')).toBe('[   2.000]= exit 142');
  expect(await ending('os._exit(7)')).toBe('[   0.000]= exit 7');
});

it('shows a signal in a traceback at the line it struck, without frames of the simulator', async () => {
  const transcript = await transcriptOf(`
    import signal, time

    def wait():
        signal.setitimer(signal.ITIMER_REAL, 0.25)
        time.sleep(1)

    signal.signal(signal.SIGALRM, signal.default_int_handler)
    wait()
  `);
  expect(transcript).toBe(
    same(`
    [   0.250]! Traceback (most recent call last):
    [   0.250]!   File "main.py", line 8, in <module>
    [   0.250]!     wait()
    [   0.250]!     ~~~~^^
    [   0.250]!   File "main.py", line 5, in wait
    [   0.250]!     time.sleep(1)
    [   0.250]!     ~~~~~~~~~~^^^
    [   0.250]! KeyboardInterrupt
    [   0.250]= exit 130`),
  );
});

it('refuses wrong signals in the words of CPython, and by name what it does not have', async () => {
  const transcript = await transcriptOf(`
    import os, signal, threading

    def try_(call, *args):
        try:
            print(call(*args))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")

    try_(signal.signal, 99, print)
    try_(signal.signal, signal.SIGKILL, print)
    try_(signal.signal, signal.SIGINT, "x")
    try_(os.kill, 99_999, signal.SIGTERM)
    try_(os.kill, os.getpid(), 0)
    try_(signal.sigwait, [signal.SIGINT])
    thread = threading.Thread(target=try_, args=(signal.signal, signal.SIGINT, print))
    thread.start()
    thread.join()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try_(signal.raise_signal, signal.SIGINT)
  `);
  expect(transcript).toBe(
    same(`
    [   0.000] ValueError: signal number out of range
    [   0.000] OSError: [Errno 22] Invalid argument
    [   0.000] TypeError: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
    [   0.000] ProcessLookupError: [Errno 3] No such process
    [   0.000] None
    [   0.000] NotImplementedError: signal.sigwait is not available in Loopscope
    [   0.000] ValueError: signal only works in main thread of the main interpreter
    [   0.000] None
    [   0.000]= exit 0`),
  );
});
