import asyncio


async def greet(name):
    print(f"hello {name}")
    if name == "Ben":
        await asyncio.sleep(0)
    print(f"goodbye {name}")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    ann = asyncio.create_task(greet("Ann"))
    ben = asyncio.create_task(greet("Ben"))
    print("both invited")
    await asyncio.gather(ann, ben)


asyncio.run(main())
