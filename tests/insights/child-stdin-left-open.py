import asyncio
import sys
from asyncio.subprocess import PIPE


async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; print(sys.stdin.read().upper())", stdin=PIPE, stdout=PIPE
    )
    child.stdin.write(b"hello")
    await child.stdin.drain()
    print(await child.stdout.read())


asyncio.run(main())
