# How a child can end, and what its parent sees.
import asyncio
import sys

ENDINGS = {
    "returns": "pass",
    "exit 7": "import sys; sys.exit(7)",
    "a message": "import sys; sys.exit('gone wrong')",
    "an exception": "1 / 0",
    "os._exit": "import os; print('lost?', flush=True); os._exit(4)",
    "a syntax error": "def",
}


async def run(code):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    last = err.decode().strip().splitlines()[-1:] or [""]
    return process.returncode, out.decode().strip(), last[0].split(":")[0]


async def main():
    for name, result in zip(ENDINGS, await asyncio.gather(*map(run, ENDINGS.values()))):
        print(name, *result, sep=" | ")


asyncio.run(main())
