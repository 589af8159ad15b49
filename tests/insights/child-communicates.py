import asyncio
import sys
from asyncio.subprocess import PIPE


async def main():
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; print(sys.stdin.read().upper())", stdin=PIPE, stdout=PIPE
    )
    out, _ = await child.communicate(b"hello " * 50_000)
    print(len(out), child.returncode)


asyncio.run(main())
