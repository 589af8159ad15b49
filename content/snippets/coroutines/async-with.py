import asyncio


class Printer:
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("printer is warm")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.5)
        print("printer is off")

    async def print_page(self, number):
        await asyncio.sleep(2)
        raise RuntimeError(f"paper jam on page {number}")


async def main():
    try:
        async with Printer() as printer:
            await printer.print_page(1)
    except RuntimeError as error:
        print("caught:", error)


asyncio.run(main())
