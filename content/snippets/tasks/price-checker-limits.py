import asyncio

SHOPS = {"bakery": (1, 5), "market": (4, 3), "kiosk": (2, "closed")}


async def shop(reader, writer):
    name = (await reader.readline()).decode().strip()
    seconds, answer = SHOPS[name]
    await asyncio.sleep(seconds)
    writer.write(f"{answer}\n".encode())
    writer.close()


async def ask_price(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8080)
    try:
        async with asyncio.timeout(3):
            writer.write(f"{name}\n".encode())
            answer = (await reader.readline()).decode().strip()
        print(f"{name}: {int(answer)} euros")
    except TimeoutError:
        print(f"{name}: too slow")
    except ValueError:
        print(f"{name}: {answer}")
    finally:
        writer.close()


async def main():
    async with await asyncio.start_server(shop, "127.0.0.1", 8080):
        async with asyncio.TaskGroup() as group:
            for name in SHOPS:
                group.create_task(ask_price(name), name=name)
        print("all shops heard")


asyncio.run(main())
