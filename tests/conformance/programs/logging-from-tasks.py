# logging: levels, task names in records, a child logger, an exception, a queue handler.
import asyncio
import logging
import logging.handlers
import queue
import sys

logging.basicConfig(
    stream=sys.stdout, level=logging.INFO, format="%(levelname)-7s %(name)s: %(message)s"
)
log = logging.getLogger("shop")


async def order(number):
    child = log.getChild(f"order{number}")
    child.debug("not shown")
    child.info("begins in %s", asyncio.current_task().get_name())
    await asyncio.sleep(number / 10)
    if number == 2:
        child.warning("%d items missing", number)
        raise LookupError("no tea")
    child.info("ends")


async def main():
    tasks = [asyncio.create_task(order(n), name=f"task {n}") for n in (1, 2)]
    for task in tasks:
        try:
            await task
        except LookupError as error:
            log.error("failed: %s", error)


asyncio.run(main())
records = queue.SimpleQueue()
other = logging.getLogger("other")
other.propagate = False
other.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, logging.StreamHandler(sys.stdout))
listener.start()
other.warning("through a thread")
listener.stop()
logging.getLogger("asyncio").warning("asyncio has a logger too")
