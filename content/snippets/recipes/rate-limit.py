import asyncio


class Pace:
    """Lets one caller go on in each stretch of so many seconds."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.next_turn = 0

    async def turn(self):
        now = asyncio.get_running_loop().time()
        turn = max(now, self.next_turn)
        self.next_turn = turn + self.seconds
        await asyncio.sleep(turn - now)


async def request(number, pace):
    await pace.turn()
    print("request", number, "begins")
    await asyncio.sleep(2)


async def main():
    pace = Pace(0.5)
    async with asyncio.TaskGroup() as group:
        for number in range(1, 6):
            group.create_task(request(number, pace))
    print("all answered")


asyncio.run(main())
