# subprocess.run blocks the loop; in a thread it does not.
import asyncio
import subprocess
import sys
import time


def child(seconds):
    result = subprocess.run(
        [sys.executable, "-c", f"import time; time.sleep({seconds}); print('slept')"],
        capture_output=True, text=True, check=True,
    )
    return result.stdout.strip()


async def main():
    loop = asyncio.get_running_loop()
    for label in ("in the loop", "in a thread"):
        ticked = []
        loop.call_later(0.1, lambda: ticked.append(time.monotonic()))
        begun = time.monotonic()
        await asyncio.sleep(0)
        out = child(0.5) if label == "in the loop" else await asyncio.to_thread(child, 0.5)
        await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        print(label, out, "| tick late:", ticked[0] - begun >= 0.5)
    try:
        subprocess.run([sys.executable, "-c", "raise SystemExit(2)"], check=True)
    except subprocess.CalledProcessError as error:
        print("status", error.returncode)
    try:
        subprocess.run([sys.executable, "-c", "import time; time.sleep(9)"], timeout=0.3)
    except subprocess.TimeoutExpired as error:
        print("timed out after", round(error.timeout, 1))


asyncio.run(main())
