import asyncio
import time

GAP = 0.5
door = asyncio.Lock()
next_turn = time.monotonic()


async def turn():
    global next_turn
    async with door:
        await asyncio.sleep(max(0, next_turn - time.monotonic()))
        next_turn = time.monotonic() + GAP


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
