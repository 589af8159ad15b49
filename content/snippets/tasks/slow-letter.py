import asyncio


async def write_letter():
    print("writing")
    try:
        await asyncio.sleep(4)
        print("sealed")
    finally:
        await asyncio.sleep(1)
        print("the ink is dry")


async def main():
    try:
        await asyncio.wait_for(write_letter(), 3)
        print("to the post")
    except TimeoutError:
        print("the post has left")
    await asyncio.sleep(1)
    print("tomorrow, then")


asyncio.run(main())
