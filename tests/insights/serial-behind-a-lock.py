import asyncio


class Printer:
    def __init__(self):
        self.lock = asyncio.Lock()

    async def print_doc(self, name, pages):
        async with self.lock:
            await asyncio.sleep(0.1 * pages)
            print("printed", name)


async def main():
    p = Printer()
    for name, pages in [("cv", 1), ("thesis", 5), ("letter", 1)]:
        await asyncio.create_task(p.print_doc(name, pages))


asyncio.run(main())
