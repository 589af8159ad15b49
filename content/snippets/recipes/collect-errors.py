import asyncio


async def send(address):
    await asyncio.sleep(1)
    if "@" not in address:
        raise ValueError(f"{address} is no address")
    return "sent"


async def main():
    addresses = ["ann@example.org", "ben", "cas@example.org", "dora"]
    outcomes = await asyncio.gather(
        *map(send, addresses), return_exceptions=True
    )
    for address, outcome in zip(addresses, outcomes):
        if isinstance(outcome, BaseException):
            print("failed:", outcome)
        else:
            print(address, outcome)


asyncio.run(main())
