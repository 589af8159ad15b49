import asyncio


class Printer:
    def submit(self, page, on_done):
        loop = asyncio.get_running_loop()
        loop.call_later(1.5, on_done, f"{page} is printed")


async def print_page(printer, page):
    done = asyncio.get_running_loop().create_future()
    printer.submit(page, done.set_result("printed"))
    return await done


async def main():
    printer = Printer()
    print(await print_page(printer, "page 1"))
    print(await print_page(printer, "page 2"))


asyncio.run(main())
