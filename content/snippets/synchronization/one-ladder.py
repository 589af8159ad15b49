import asyncio

ladder = asyncio.Lock()


async def climb(name, arrives, needs):
    await asyncio.sleep(arrives)
    async with ladder:
        await asyncio.sleep(needs)
        if name == "Ben":
            raise RuntimeError("Ben has slipped")
        print(f"{name} is down again")


async def main():
    people = (("Ann", 0, 3), ("Cleo", 2, 1), ("Ben", 1, 2))
    tasks = [asyncio.create_task(climb(*p), name=p[0]) for p in people]
    await asyncio.gather(*tasks, return_exceptions=True)
    print("the ladder is put away")


asyncio.run(main())
