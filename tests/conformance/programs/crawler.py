# A crawler with workers, a set of pages seen, a limit in depth and one broken page.
import asyncio

SITE = {
    "/": ["/a", "/b"],
    "/a": ["/a/1", "/a/2", "/"],
    "/b": ["/a", "/broken"],
    "/a/1": ["/a/1/deep"],
    "/a/2": [],
    "/a/1/deep": ["/a/1/deep/er"],
}


async def fetch(page):
    await asyncio.sleep(0.1)
    if page not in SITE:
        raise LookupError(page)
    return SITE[page]


async def worker(queue, seen, errors):
    while True:
        page, depth = await queue.get()
        try:
            for link in await fetch(page):
                if link not in seen and depth < 3:
                    seen[link] = depth + 1
                    queue.put_nowait((link, depth + 1))
        except LookupError as error:
            errors.append(error.args[0])
        finally:
            queue.task_done()


async def main():
    queue, seen, errors = asyncio.Queue(), {"/": 0}, []
    queue.put_nowait(("/", 0))
    begun = asyncio.get_running_loop().time()
    workers = [asyncio.create_task(worker(queue, seen, errors)) for _ in range(2)]
    await queue.join()
    for task in workers:
        task.cancel()
    print(seen, errors)
    print("four rounds:", asyncio.get_running_loop().time() - begun >= 0.4)


asyncio.run(main())
