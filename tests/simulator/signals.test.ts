/** Signals: handlers, the event loop's, timers, and what happens without a handler. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { ATTEMPT, printedBy, transcriptOf } from './run-python.ts';

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
    try_(signal.setitimer, signal.ITIMER_VIRTUAL, 1)
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
    [   0.000] NotImplementedError: Loopscope has no timers of processor time: only ITIMER_REAL
    [   0.000] ValueError: signal only works in main thread of the main interpreter
    [   0.000] None
    [   0.000]= exit 0`),
  );
});

it('holds back signals that are blocked, and gives them to who waits for them', async () => {
  const printed = await printedBy(`
    import os, subprocess, threading, time
    from signal import *
    ${ATTEMPT}
    me = os.getpid()
    got = []
    signal(SIGUSR2, lambda number, frame: got.append(number))
    attempt(lambda: pthread_sigmask(SIG_BLOCK, [SIGUSR1, SIGUSR2, SIGALRM, SIGCHLD, SIGKILL]))
    os.kill(me, SIGUSR1)
    attempt(
        sigpending,
        lambda: sigwait({SIGUSR1, SIGUSR2}),
        sigpending,
        lambda: sigtimedwait([SIGUSR1], 0.5),
        time.monotonic,
        lambda: sigtimedwait([SIGUSR1], -1),
        lambda: sigwait([999]),
        lambda: pthread_sigmask(99, []),
        lambda: os.kill(me, SIGUSR2) or list(got),
        lambda: sorted(pthread_sigmask(SIG_UNBLOCK, [SIGUSR2])),
        lambda: list(got),
        lambda: setitimer(ITIMER_REAL, 0.5) and sigwait([SIGALRM]),
        lambda: pthread_kill(threading.get_ident(), SIGUSR2) or got,
        lambda: pthread_kill(threading.get_ident(), 99),
    )
    thread = threading.Thread(target=lambda: print("in a thread:", sigwait([SIGUSR1]), time.monotonic()))
    thread.start()
    time.sleep(1)
    os.kill(me, SIGUSR1)
    thread.join()
    with subprocess.Popen(["sleep", "1"]) as child:
        info = sigwaitinfo([SIGCHLD])
        print(info.si_signo, info.si_pid == child.pid, info.si_status, info.si_code == os.CLD_EXITED)
    os.kill(me, SIGUSR1)
    info = sigwaitinfo({SIGUSR1})
    print(info.si_signo, info.si_code, info.si_pid == me, info.si_uid == os.getuid())
  `);
  expect(printed).toBe(
    same(`
    set()
    {<Signals.SIGUSR1: 10>}
    10
    set()
    None
    0.5
    ValueError timeout must be non-negative
    ValueError signal number 999 out of range [1; 64]
    OSError [Errno 22] Invalid argument
    []
    [<Signals.SIGUSR1: 10>, <Signals.SIGUSR2: 12>, <Signals.SIGALRM: 14>, <Signals.SIGCHLD: 17>]
    [12]
    14
    [12, 12]
    OSError [Errno 22] Invalid argument
    in a thread: 10 2.0
    17 True 0 True
    10 0 True True`).trim(),
  );
});
