import asyncio, os

async def main():
    r, w = os.pipe()
    a = await asyncio.create_subprocess_exec("echo", "one two", stdout=w)
    b = await asyncio.create_subprocess_exec("wc", "-w", stdin=r, stdout=asyncio.subprocess.PIPE)
    out, _ = await b.communicate()
    print(out)

asyncio.run(main())
