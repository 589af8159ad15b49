import asyncio

free_seats = 4
desk = asyncio.Semaphore(2)


async def pay(name):
    await asyncio.sleep(1)


async def book(name, seats):
    global free_seats
    async with desk:
        if seats <= free_seats:
            await pay(name)
            free_seats -= seats
            print(f"{name}: {seats} seats")
        else:
            print(f"{name}: not enough seats")


async def main():
    await asyncio.gather(book("Ada", 2), book("Bo", 2), book("Cy", 2))
    print("free seats:", free_seats)


asyncio.run(main())
