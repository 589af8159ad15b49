import asyncio

stock = 10


async def paid(pieces):
    await asyncio.sleep(pieces)
    return pieces


async def sell(name, pieces):
    global stock
    sold = await paid(pieces)
    stock -= sold
    print(f"{name} buys {pieces}, {stock} left")


async def main():
    await asyncio.gather(sell("Ada", 2), sell("Bo", 3))


asyncio.run(main())
