import asyncio


class Pace:
    """Lets one caller go on in each stretch of so many seconds."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.next_turn = 0
        self.line = asyncio.Lock()

    async def turn(self):
        loop = asyncio.get_running_loop()
        async with self.line:
            await asyncio.sleep(self.next_turn - loop.time())
            self.next_turn = loop.time() + self.seconds


async def request(number, pace):
    await pace.turn()
    print("request", number, "begins")
    await asyncio.sleep(2)


async def main():
    pace = Pace(0.5)
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(request(number, pace))
            for number in range(1, 7)
        ]
        await asyncio.sleep(0.6)
        tasks[2].cancel()
        tasks[3].cancel()
        print("requests 3 and 4 are called off")
    print("all answered")


asyncio.run(main())
