import asyncio


async def post(letter, seconds, text):
    await asyncio.sleep(seconds)
    letter.set_result(text)
    print(f"delivered: {text}")


async def main():
    loop = asyncio.get_running_loop()
    bill, card = loop.create_future(), loop.create_future()
    async with asyncio.TaskGroup() as mail:
        mail.create_task(post(bill, 3, "a bill"))
        mail.create_task(post(card, 1, "a card"))
        print("main opens:", await bill)
        print("main opens:", await card)


asyncio.run(main())
