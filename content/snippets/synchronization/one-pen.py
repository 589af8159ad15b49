import asyncio


async def plotter(sheets):
    while True:
        name = await sheets.get()
        await asyncio.sleep(2)
        print(f"{name}'s sheet is drawn")
        sheets.task_done()


async def draw(name, sheets):
    await sheets.put(name)
    print(f"{name} goes for coffee")


async def main():
    sheets = asyncio.Queue(maxsize=10)
    pen = asyncio.create_task(plotter(sheets))
    await asyncio.gather(draw("Ann", sheets), draw("Ben", sheets))
    await sheets.join()
    pen.cancel()


asyncio.run(main())
