import asyncio


async def main():
    plain = asyncio.Semaphore(2)
    plain.release()
    for _ in range(3):
        await plain.acquire()
    print("a limit of two has let in three")

    bounded = asyncio.BoundedSemaphore(2)
    try:
        bounded.release()
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
