import asyncio


async def reader(name, scan):
    try:
        print(name, "has", await scan)
    except OSError as error:
        print(f"{name} gets: {error}")


async def main():
    scan = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as readers:
        readers.create_task(reader("archive", scan))
        readers.create_task(reader("mailer", scan))
        await asyncio.sleep(1)
        scan.set_exception(OSError("the scanner is jammed"))


asyncio.run(main())
