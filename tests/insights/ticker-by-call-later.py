import asyncio

loop = asyncio.new_event_loop()


def tick():
    print("tick")
    loop.call_later(10, tick)


loop.call_soon(tick)
loop.run_forever()
