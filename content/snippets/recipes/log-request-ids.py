import asyncio
import logging
import sys
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")
log = logging.getLogger("shop")


class RequestIds(logging.Filter):
    def filter(self, record):
        record.request_id = request_id.get()
        return True


def store(item):
    log.info("stored %s", item)  # in a thread


async def handle(number, item):
    request_id.set(number)
    log.info("asks for %s", item)
    await asyncio.sleep(1)
    await asyncio.to_thread(store, item)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(handle(17, "tea"))
        await asyncio.sleep(0.5)
        group.create_task(handle(18, "jam"))
    log.info("done")


handler = logging.StreamHandler(sys.stdout)
handler.addFilter(RequestIds())
form = "[%(request_id)s] %(name)s: %(message)s"
logging.basicConfig(level=logging.INFO, handlers=[handler], format=form)
asyncio.run(main())
