import asyncio


async def order_pizza(number):
    await asyncio.sleep(1)
    number.set_result(47)
    await asyncio.sleep(3)
    print("pizza 47 is in the box")
    return "margherita"


async def main():
    number = asyncio.get_running_loop().create_future()
    order = asyncio.create_task(order_pizza(number))
    print("our number is", await number)
    print("laying the table")
    print("we eat a", await order)


asyncio.run(main())
