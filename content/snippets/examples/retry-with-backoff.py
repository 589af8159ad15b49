"""Three clients of a server that is down for four seconds. Each waits
twice as long after each failure, give or take, so that they do not
all come back at the same moment."""

import asyncio
import random

ATTEMPTS = 5
dice = random.Random(3)


class Server:
    up = False

    async def restart(self):
        await asyncio.sleep(4)
        self.up = True

    async def answer(self):
        await asyncio.sleep(0.2)
        if not self.up:
            raise ConnectionError("connection refused")
        return "at your service"


async def with_retries(name, ask, first_pause=0.5):
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return await ask()
        except ConnectionError as error:
            if attempt == ATTEMPTS:
                raise
            longest = first_pause * 2 ** (attempt - 1)
            pause = round(dice.uniform(longest / 2, longest), 1)
            print(f"{name}: {error}, once more in {pause} s")
        await asyncio.sleep(pause)


async def client(name, server):
    try:
        async with asyncio.timeout(8):
            answer = await with_retries(name, server.answer)
    except (ConnectionError, TimeoutError) as error:
        print(f"{name}: gives up, {error!r}")
    else:
        print(f"{name}: {answer}")


async def main():
    server = Server()
    async with asyncio.TaskGroup() as group:
        group.create_task(server.restart(), name="server")
        for name in ["Lea", "Max", "Noa"]:
            group.create_task(client(name, server), name=name)


asyncio.run(main())
