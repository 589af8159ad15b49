import asyncio
from asyncio.subprocess import PIPE


async def main():
    cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    for n in range(10_000):
        cat.stdin.write(b"line %d of many, each of them a little longer\n" % n)
        await cat.stdin.drain()
    cat.stdin.close()
    print(len(await cat.stdout.read()))


asyncio.run(main())
