"""A client that gives up after 1 s; the server answers after 0.995 s. Late answers hit a dead future."""
import asyncio

pending = {}


async def server(request_id):
    await asyncio.sleep(0.995)
    pending[request_id].set_result("pong")


async def request(request_id):
    future = asyncio.get_running_loop().create_future()
    pending[request_id] = future
    try:
        async with asyncio.timeout(1.0):
            return await future
    except TimeoutError:
        return "gave up"


async def main():
    tasks = [asyncio.create_task(server(n)) for n in range(3)]
    print(await asyncio.gather(*(request(n) for n in range(3))))
    await asyncio.gather(*tasks)


asyncio.run(main())
