import asyncio


async def send_letter(name, seconds):
    await asyncio.sleep(seconds)
    print(f"letter to {name} sent")


async def main():
    orders = [("Ann", 2.5), ("Ben", 2), ("Cleo", 3)]
    async with asyncio.TaskGroup() as letters:
        for name, seconds in orders:
            print(f"{name}: confirmed")
            letters.create_task(send_letter(name, seconds))
            await asyncio.sleep(1)
    print("the shop closes")


asyncio.run(main())
