import asyncio

from helper import work

asyncio.run(work())
