import asyncio

pauses = [await asyncio.sleep(n) for n in range(3)]
