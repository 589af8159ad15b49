import asyncio


async def ask(shop, seconds):
    await asyncio.sleep(seconds)
    print(f"{shop} answers")


def old_code():
    asyncio.run(ask("kiosk", 2))


async def main():
    await asyncio.gather(
        asyncio.to_thread(old_code),
        ask("market", 1),
        ask("bakery", 3),
    )


asyncio.run(main())
