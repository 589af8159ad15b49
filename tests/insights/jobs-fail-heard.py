import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def save(name):
    raise OSError(f"no room for {name}")


async def main(pool):
    loop = asyncio.get_running_loop()
    for saving in (loop.run_in_executor(pool, save, "a"), asyncio.to_thread(save, "b")):
        try:
            await saving
        except OSError as error:
            print(error)


with ThreadPoolExecutor(2) as pool:
    asyncio.run(main(pool))
    pool.submit(save, "c").add_done_callback(lambda future: print(future.exception()))
    done, _ = wait([pool.submit(save, "d")])
    print([future.exception() for future in done])
    for future in as_completed([pool.submit(save, "e")]):
        print(future.exception())
    try:
        list(pool.map(save, "f"))
    except OSError as error:
        print(error)
