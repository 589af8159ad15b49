# A StreamReader fed by hand, without a socket; an exception put into it.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, reader.feed_data, b"first li")
    loop.call_later(0.2, reader.feed_data, b"ne\nsecond")
    loop.call_later(0.3, reader.feed_eof)
    begun = loop.time()
    print(await reader.readline(), round(loop.time() - begun, 1))
    print(await reader.read(100), round(loop.time() - begun, 1))
    print(await reader.read(100), round(loop.time() - begun, 1), reader.at_eof())
    broken = asyncio.StreamReader()
    loop.call_later(0.05, broken.set_exception, ConnectionResetError("gone"))
    try:
        await broken.readline()
    except ConnectionResetError as error:
        print("raised:", error, repr(broken.exception()))
    first = asyncio.create_task(reader.read())
    print(await first)
    waiting = asyncio.StreamReader()
    one = asyncio.create_task(waiting.read(1))
    await asyncio.sleep(0)
    try:
        await waiting.read(1)
    except RuntimeError as error:
        print(str(error).split(" while")[0])
    waiting.feed_data(b"!")
    print(await one)


asyncio.run(main())
