import asyncio

litres = 0
tank = asyncio.Condition()


async def gardener(needs):
    global litres
    async with tank:
        await tank.wait_for(lambda: litres >= needs)
        litres -= needs
        print(f"{needs} litres taken, {litres} left")


async def main():
    global litres
    async with asyncio.TaskGroup() as garden:
        for name, needs in (("Ann", 30), ("Ben", 10), ("Cleo", 20)):
            garden.create_task(gardener(needs), name=name)
        for _ in range(6):
            await asyncio.sleep(1)
            async with tank:
                litres += 10
                tank.notify_all()


asyncio.run(main())
