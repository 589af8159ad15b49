import asyncio


async def write_log(lines):
    try:
        for number in range(1, lines + 1):
            await asyncio.sleep(1)
            print(f"log: line {number} written")
    finally:
        print("log: closed")


async def main():
    logger = asyncio.create_task(write_log(5))
    await asyncio.sleep(2.5)
    await logger
    print("main: finished")


asyncio.run(main())
print("program: finished")
