# A Python child: its output, its errors and its exit status.
import asyncio
import sys

CODE = """
import sys
print("out of the child")
print("a complaint", file=sys.stderr)
sys.exit(3)
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )
    print("before:", process.returncode, process.pid > 0)
    out, err = await process.communicate()
    print(out, err, process.returncode)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print('nothing piped is asked for')",
        stdout=asyncio.subprocess.DEVNULL,
    )
    print(await process.communicate(), process.returncode)


asyncio.run(main())
