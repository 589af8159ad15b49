import asyncio
import time

GAP = 0.5
turns = 0


async def turn():
    global turns
    turns += 1
    await asyncio.sleep((turns - 1) / 2)


class Server:
    last = float("-inf")

    async def answer(self, page):
        now = time.monotonic()
        soon = now - self.last < GAP - 0.1
        self.last = now
        await asyncio.sleep(2)
        return f"{page}: too many requests" if soon else f"{page}: ok"


async def fetch(server, page):
    await turn()
    print(await server.answer(page))


async def main():
    server = Server()
    async with asyncio.TaskGroup() as group:
        for number in range(1, 6):
            group.create_task(fetch(server, f"page {number}"))


asyncio.run(main())
