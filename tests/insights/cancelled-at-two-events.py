import asyncio


class Session:
    def __init__(self):
        self.closed = asyncio.Event()

    async def keep(self):
        await self.closed.wait()


async def main():
    sessions = [asyncio.create_task(Session().keep()) for _ in range(2)]
    await asyncio.sleep(0.5)
    for session in sessions:
        session.cancel()
    await asyncio.wait(sessions)


asyncio.run(main())
