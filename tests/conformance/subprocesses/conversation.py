# Lines written to a child and read back, one at a time, until its input ends.
import asyncio
import sys

CODE = """
import sys
total = 0
for line in sys.stdin:
    total += int(line)
    print("total", total, flush=True)
print("bye")
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )
    for number in (5, 10, 20):
        process.stdin.write(f"{number}\n".encode())
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read())
    print(await process.wait(), process.returncode)


asyncio.run(main())
