import asyncio


async def record():
    try:
        for minute in range(1, 6):
            await asyncio.sleep(1)
            print(f"minute {minute} is on tape")
    finally:
        await asyncio.sleep(1)
        print("the tape is rewound")


async def main():
    tape = asyncio.create_task(record())
    await asyncio.sleep(2.5)
    raise RuntimeError("no guests today")


try:
    asyncio.run(main())
except RuntimeError as error:
    print("the show is off:", error)
