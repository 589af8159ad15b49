import asyncio


async def check(site, seconds):
    await asyncio.sleep(seconds)
    if site == "shop":
        raise ConnectionError("down")


async def watch(mode):
    sites = {"blog": 1, "shop": 2, "wiki": 3}
    tasks = [asyncio.create_task(check(*s)) for s in sites.items()]
    begun = asyncio.get_running_loop().time()
    done, pending = await asyncio.wait(tasks, return_when=mode)
    took = asyncio.get_running_loop().time() - begun
    print(f"{mode}: {took:.0f} s, ", end="")
    print(f"{len(done)} done, {len(pending)} pending")
    await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    await watch(asyncio.FIRST_COMPLETED)
    await watch(asyncio.FIRST_EXCEPTION)
    await watch(asyncio.ALL_COMPLETED)


asyncio.run(main())
