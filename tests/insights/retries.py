import asyncio

attempts = 0


async def connect():
    global attempts
    attempts += 1
    await asyncio.sleep(0.1)
    if attempts < 3:
        raise OSError("refused")


async def main():
    for pause in (0.1, 0.2, 0.4):
        try:
            return await connect()
        except OSError:
            await asyncio.sleep(pause)


asyncio.run(main())
