import asyncio

tasks = set()


class Mailer:
    """Sends in the background, nobody knows for how long."""

    def send(self, address):
        task = asyncio.create_task(self._deliver(address))
        tasks.add(task)

    async def _deliver(self, address):
        await asyncio.sleep(1)
        if "@" not in address:
            raise ValueError(f"{address} is no address")
        print("delivered to", address)


async def main():
    mailer = Mailer()
    for address in ("ann@example.org", "ben"):
        mailer.send(address)
    print("all posted, it seems")


asyncio.run(main())
