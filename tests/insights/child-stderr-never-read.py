import asyncio
import sys

CHILD = """
import sys
for n in range(2_000):
    sys.stderr.write("warning %d " % n * 20 + "\\n")
print("done")
"""


async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        CHILD,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    print(await child.stdout.read())


asyncio.run(main())
