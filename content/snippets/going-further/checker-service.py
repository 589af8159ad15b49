import asyncio
import signal


async def check(shop, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{shop} checked")
    except asyncio.CancelledError:
        print(f"{shop} called off")
        raise


async def rounds(stop):
    while not stop.is_set():
        async with asyncio.TaskGroup() as group:
            group.create_task(check("bakery", 1), name="bakery")
            group.create_task(check("market", 4), name="market")
        try:
            await asyncio.wait_for(stop.wait(), 2)
        except TimeoutError:
            print("next round")


async def main():
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_later(6.5, signal.raise_signal, signal.SIGTERM)
    try:
        async with asyncio.timeout(None) as limit:
            async with asyncio.TaskGroup() as service:
                service.create_task(rounds(stop), name="rounds")
                await stop.wait()
                print("told to stop")
                limit.reschedule(loop.time() + 2)
    except TimeoutError:
        print("the rest was called off")


asyncio.run(main())
