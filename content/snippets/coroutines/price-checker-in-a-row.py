import asyncio

SHOPS = {"bakery": (3, 5), "market": (2, 4), "kiosk": (1, 6)}


async def shop(reader, writer):
    name = (await reader.readline()).decode().strip()
    seconds, euros = SHOPS[name]
    await asyncio.sleep(seconds)
    writer.write(f"{euros}\n".encode())
    writer.close()


async def ask_price(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8080)
    writer.write(f"{name}\n".encode())
    answer = await reader.readline()
    writer.close()
    print(f"{name}: {int(answer)} euros")


async def main():
    async with await asyncio.start_server(shop, "127.0.0.1", 8080):
        for name in SHOPS:
            await ask_price(name)


asyncio.run(main())
