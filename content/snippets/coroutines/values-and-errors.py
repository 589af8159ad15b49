import asyncio


async def find_price(item):
    await asyncio.sleep(1)
    if item == "unicorn":
        raise LookupError(f"no price for a {item}")
    return 3.50


async def main():
    price = await find_price("teapot")
    print(f"teapot: {price:.2f}")
    try:
        await find_price("unicorn")
    except LookupError as error:
        print("caught:", error)
    return "price list done"


print(asyncio.run(main()))
