"""Two page views ask for the same user; the cache is meant to load each user once."""
import asyncio

loads = []
cache = {}


async def load_user(name):
    loads.append(name)
    await asyncio.sleep(0.030)
    return {"name": name}


async def get_user(name):
    if name not in cache:
        cache[name] = await load_user(name)
    return cache[name]


async def page(name, after):
    await asyncio.sleep(after)
    user = await get_user(name)
    return f"Hello {user['name']}"


async def main():
    pages = await asyncio.gather(page("ann", 0.0), page("bob", 0.010), page("ann", 0.0325))
    print(pages)
    assert len(loads) == len(set(loads)), f"loaded twice: {loads}"


asyncio.run(main())
