# Debug mode logs the step that held the loop for longer than slow_callback_duration.
import asyncio
import logging
import re
import sys
import time

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")


class Shorten(logging.Filter):
    def filter(self, record):
        took = re.search(r"(took) (\d\.\d)", record.getMessage())
        if not took:
            return False
        record.msg, record.args = "took %s", (took[2],)
        return True


logging.getLogger().handlers[0].addFilter(Shorten())


async def rude():
    time.sleep(0.32)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    await asyncio.create_task(rude())
    loop.slow_callback_duration = 0.5
    await asyncio.create_task(rude())
    loop.call_soon(time.sleep, 0.62)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
