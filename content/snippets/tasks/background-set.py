import asyncio

background = set()


def in_background(coro):
    task = asyncio.create_task(coro)
    background.add(task)
    task.add_done_callback(background.discard)


async def send_receipt(customer, seconds):
    await asyncio.sleep(seconds)
    print(f"receipt sent to {customer}")


async def main():
    in_background(send_receipt("Ann", 1))
    in_background(send_receipt("Ben", 3))
    for _ in range(3):
        print("still to do:", len(background))
        await asyncio.sleep(2)


asyncio.run(main())
