import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print("Lock:", error)

    one = asyncio.Semaphore(1)
    one.release()
    await one.acquire()
    await one.acquire()
    print("Semaphore(1): two are inside")


asyncio.run(main())
