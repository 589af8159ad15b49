# Signals: a handler on the loop, and Python's own handler, raised from within the program.
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, print, "loop handler: SIGUSR1")
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(0.1, signal.raise_signal, signal.SIGUSR1)
    loop.call_later(0.2, os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("SIGTERM stopped the wait")
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    signal.signal(signal.SIGUSR2, lambda number, _: print("plain", number == signal.SIGUSR2))
    signal.raise_signal(signal.SIGUSR2)
    try:
        loop.add_signal_handler(signal.SIGKILL, print)
    except (RuntimeError, ValueError, OSError):
        print("SIGKILL cannot be caught")


asyncio.run(main())
