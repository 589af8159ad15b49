# A loop of one's own: run_until_complete again and again, closed in the end.
import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")
    return name


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
background = loop.create_task(job("background", 0.2))
print(loop.run_until_complete(job("first", 0.1)))
print("nothing runs in between:", background.done(), loop.is_running())
print(loop.run_until_complete(background))
future = loop.create_future()
loop.call_later(0.05, future.set_result, "a future")
print(loop.run_until_complete(future))
print(loop.run_until_complete(asyncio.gather(job("x", 0.1), job("y", 0.05))))
never = loop.create_future()
loop.call_later(0.05, loop.stop)
try:
    loop.run_until_complete(never)
except RuntimeError as error:
    print(error)
loop.close()
print(loop.is_closed())
late = job("never", 0)
try:
    loop.run_until_complete(late)
except RuntimeError as error:
    print(error)
late.close()
