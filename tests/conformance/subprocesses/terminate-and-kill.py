# terminate, kill and send_signal: the return code is the signal's number, negative.
import asyncio
import signal
import sys

CODE = "import time; print('ready', flush=True); time.sleep(30); print('never printed')"
STUBBORN = f"""
import signal
signal.signal(signal.SIGTERM, lambda *_: print('no', flush=True))
{CODE}
"""


async def start(code):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    print(await process.stdout.readline())
    return process


async def main():
    process = await start(CODE)
    process.terminate()
    print(await process.wait(), -signal.SIGTERM)
    process = await start(CODE)
    process.kill()
    print(await process.wait(), await process.stdout.read())
    process = await start(CODE)
    process.send_signal(signal.SIGTERM)
    print(await process.communicate(), process.returncode)
    try:
        process.terminate()
    except ProcessLookupError:
        print("already gone")
    process = await start(STUBBORN)
    process.terminate()
    print(await process.stdout.readline(), process.returncode)
    process.kill()
    print(await process.wait())


asyncio.run(main())
