import asyncio
import time


class Printer:
    def submit(self, page, on_done):
        loop = asyncio.get_running_loop()
        loop.call_later(1.5, on_done, f"{page} is printed")


async def print_page(printer, page):
    answers = []
    printer.submit(page, answers.append)
    time.sleep(1.5)
    await asyncio.sleep(0)
    return answers[0]


async def main():
    printer = Printer()
    print(await print_page(printer, "page 1"))
    print(await print_page(printer, "page 2"))


asyncio.run(main())
