"""Token refresh: two requests meet a refresh, and the retry meets another."""
import asyncio

token = {"value": "t0", "valid": True}
refreshes = 0


async def refresh():
    global refreshes
    refreshes += 1
    await asyncio.sleep(0.020)
    token["value"] = f"t{refreshes}"
    token["valid"] = True


async def call(name, start):
    await asyncio.sleep(start)
    if not token["valid"]:
        await refresh()
    used = token["value"]
    await asyncio.sleep(0.010)
    return name, used


async def expire(after):
    await asyncio.sleep(after)
    token["valid"] = False


async def main():
    results = await asyncio.gather(expire(0.050), call("a", 0.053), call("b", 0.0765), call("c", 0.120))
    print(results[1:], refreshes)
    assert refreshes == 1, refreshes


asyncio.run(main())
