import asyncio


async def main():
    answer = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.5, answer.set_exception, ValueError("no answer"))
    await asyncio.sleep(1)
    print("never asked")


asyncio.run(main())
