import asyncio

cache = {}
kitchen = asyncio.Lock()


async def read(name, arrives):
    await asyncio.sleep(arrives)
    async with kitchen:
        if "menu" not in cache:
            print(f"{name} asks the kitchen")
            await asyncio.sleep(2)
            cache["menu"] = "soup"
    print(f"{name} reads: {cache['menu']}")


async def main():
    async with asyncio.TaskGroup() as hall:
        for name, arrives in (("Ann", 0), ("Ben", 1), ("Cleo", 2.5)):
            hall.create_task(read(name, arrives), name=name)


asyncio.run(main())
