# communicate(input=…), and stderr sent the way of stdout.
import asyncio
import sys

CODE = """
import sys
text = sys.stdin.read()
print(text.upper(), end="", flush=True)
print(len(text), "characters", file=sys.stderr, flush=True)
print("end")
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", CODE,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out, err = await process.communicate(b"one\ntwo\n")
    print(out.decode().splitlines(), err, process.stderr)
    big = "x" * 300_000
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; sys.stdout.write(sys.stdin.read()[::-1] + '!')",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate(big.encode())
    print(len(out), out[-2:], process.returncode)


asyncio.run(main())
