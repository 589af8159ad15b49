import asyncio


async def take_off(gate, announced):
    try:
        await asyncio.sleep(1)
        if gate is None:
            raise LookupError("there is no gate")
        announced.set_result(gate)
    except LookupError as error:
        for name in ("Ann", "Ben"):
            print(f"{name} stays here: {error}")
        announced.cancel()


async def passenger(name, announced):
    try:
        print(f"{name} goes to gate", await announced)
    except LookupError as error:
        print(f"{name} stays here: {error}")


async def main():
    announced = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as airport:
        airport.create_task(passenger("Ann", announced), name="Ann")
        airport.create_task(passenger("Ben", announced), name="Ben")
        airport.create_task(take_off(None, announced), name="tower")


asyncio.run(main())
