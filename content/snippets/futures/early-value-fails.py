import asyncio


def next_number():
    raise OSError("the oven is broken")


async def order_pizza(number):
    await asyncio.sleep(1)
    try:
        number.set_result(next_number())
    except Exception as error:
        number.set_exception(error)


async def main():
    number = asyncio.get_running_loop().create_future()
    order = asyncio.create_task(order_pizza(number))
    try:
        print("our number is", await number)
    except OSError as error:
        print(f"we cook: {error}")
    await order


asyncio.run(main())
