import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def develop(film):
    time.sleep(2)
    return f"{film}: 36 pictures"


async def main():
    with ThreadPoolExecutor() as lab:
        job = lab.submit(develop, "holiday")
        print(type(job).__module__, "cannot be awaited")
        pictures = asyncio.wrap_future(job)
        print("meanwhile, the loop is free")
        print(await pictures)


asyncio.run(main())
