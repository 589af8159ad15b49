import asyncio

trays = 0
counter = asyncio.Condition()


async def guest(name):
    global trays
    async with counter:
        while trays == 0:
            await counter.wait()
        trays -= 1
        print(f"{name} has a tray")


async def main():
    global trays
    async with asyncio.TaskGroup() as canteen:
        for name in ("Ann", "Ben", "Cleo"):
            canteen.create_task(guest(name), name=name)
        for clean in (1, 2):
            await asyncio.sleep(1)
            async with counter:
                trays += clean
                counter.notify(clean)


asyncio.run(main())
