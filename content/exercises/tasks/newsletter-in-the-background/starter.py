import asyncio


async def send_letter(name, seconds):
    await asyncio.sleep(seconds)
    print(f"letter to {name} sent")


async def main():
    orders = [("Ann", 2.5), ("Ben", 2), ("Cleo", 3)]
    for name, seconds in orders:
        print(f"{name}: confirmed")
        asyncio.create_task(send_letter(name, seconds))
        await asyncio.sleep(1)
    print("the shop closes")


asyncio.run(main())
