import asyncio
import sys


async def sort_lines(lines):
    p = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; print(''.join(sorted(sys.stdin)))",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    p.stdin.writelines(line.encode() + b"\n" for line in lines)
    await p.stdin.drain()
    out = await p.stdout.read()
    return out.decode().split()


async def main():
    try:
        print(await asyncio.wait_for(sort_lines(["pear", "apple"]), timeout=2))
    except TimeoutError:
        print("sort took too long?")


asyncio.run(main())
