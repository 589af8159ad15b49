import asyncio

ADDRESS = "127.0.0.1", 8080
SHOPS = {"bakery": (1, 5), "market": (4, 3), "kiosk": (2, "closed")}


async def shop(reader, writer):
    seconds, answer = SHOPS[(await reader.readline()).decode().strip()]
    await asyncio.sleep(seconds)
    writer.write(f"{answer}\n".encode())
    writer.close()


async def ask_price(name):
    try:
        async with asyncio.timeout(3):
            reader, writer = await asyncio.open_connection(*ADDRESS)
            try:
                writer.write(f"{name}\n".encode())
                answer = (await reader.readline()).decode().strip()
            finally:
                writer.close()
        print(f"{name}: {int(answer)} euros")
    except TimeoutError:
        print(f"{name}: too slow")
    except OSError as error:
        print(f"{name}: {error}")
    except ValueError:
        print(f"{name}: {answer}")


async def main():
    async with await asyncio.start_server(shop, *ADDRESS):
        async with asyncio.TaskGroup() as group:
            for name in SHOPS:
                group.create_task(ask_price(name), name=name)
        print("all shops heard")


asyncio.run(main())
