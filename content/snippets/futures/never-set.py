import asyncio


async def ask(reply):
    print("asked; waiting for the reply")
    print("the reply is", await reply)


async def main():
    reply = asyncio.get_running_loop().create_future()
    await asyncio.create_task(ask(reply), name="ask")


asyncio.run(main())
