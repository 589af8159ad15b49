import asyncio

guitar, drums, amp = asyncio.Lock(), asyncio.Lock(), asyncio.Lock()


async def band(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            await asyncio.sleep(2)
            name = asyncio.current_task().get_name()
            print(f"the {name} have rehearsed")


async def main():
    async with asyncio.TaskGroup() as cellar:
        cellar.create_task(band(guitar, drums), name="Moths")
        cellar.create_task(band(drums, amp), name="Owls")
        cellar.create_task(band(amp, guitar), name="Wolves")


asyncio.run(main())
