import asyncio


async def report(place, hours):
    await asyncio.sleep(hours)
    print(f"{place}: filed")


def send_out(group, places):
    for hours, place in enumerate(places, 1):
        group.create_task(report(place, hours))
    print("all are on their way")


async def main():
    async with asyncio.TaskGroup() as newsroom:
        send_out(newsroom, ["harbour", "court", "stadium"])
        await asyncio.sleep(1.5)
        print("the editor goes home")
    print("the paper is full")


asyncio.run(main())
