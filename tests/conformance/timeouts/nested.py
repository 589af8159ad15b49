# Nested timeouts: whichever is due first raises, and only its own block turns it into TimeoutError.
import asyncio


async def attempt(outer_limit, inner_limit):
    try:
        async with asyncio.timeout(outer_limit) as outer:
            try:
                async with asyncio.timeout(inner_limit) as inner:
                    await asyncio.sleep(0.5)
                    print("finished")
            except TimeoutError:
                print("inner timed out")
                await asyncio.sleep(0.05)
            except asyncio.CancelledError:
                print("inner was cancelled")
                raise
    except TimeoutError:
        print("outer timed out")
    print("outer", outer.expired(), "inner", inner.expired())


async def main():
    await attempt(0.4, 0.1)
    await attempt(0.1, 0.4)
    await attempt(1, 1)
    await attempt(None, 0.1)


asyncio.run(main())
