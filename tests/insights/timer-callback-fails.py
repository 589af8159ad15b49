import asyncio
def tick(n):
    print(1/n)
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(.3, tick, 0)
    await asyncio.sleep(1)
asyncio.run(main())
