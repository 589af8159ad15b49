import asyncio


async def main():
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    loop.call_later(2, answer.set_result, 42)
    try:
        print("the answer is", await answer)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)


asyncio.run(main())
