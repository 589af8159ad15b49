import asyncio


async def pizzeria(number):
    await asyncio.sleep(1)
    number.set_result(47)
    await asyncio.sleep(3)
    raise RuntimeError("the oven is out")


async def wait_for(name, what):
    try:
        print(name, "hears", await what)
    except RuntimeError as error:
        print(name, "hears that", error)
    await asyncio.sleep(1)
    print(name, "sits down")


async def main():
    number = asyncio.get_running_loop().create_future()
    order = asyncio.create_task(pizzeria(number), name="pizzeria")
    async with asyncio.TaskGroup() as table:
        table.create_task(wait_for("Ida", number), name="Ida")
        table.create_task(wait_for("Jon", order), name="Jon")


asyncio.run(main())
