import asyncio


class Mailer:
    """Sends in the background, for as long as the group lives."""

    def __init__(self, group):
        self.group = group

    def send(self, address):
        self.group.create_task(self._deliver(address))

    async def _deliver(self, address):
        await asyncio.sleep(1)
        if "@" not in address:
            raise ValueError(f"{address} is no address")
        print("delivered to", address)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            mailer = Mailer(group)
            for address in ("ann@example.org", "ben"):
                mailer.send(address)
            print("all posted")
        print("never printed")
    except* ValueError as failed:
        print("not sent:", *failed.exceptions)


asyncio.run(main())
