import asyncio


class Thermometer:
    """A driver from the days of callbacks."""

    def read(self, on_value):
        loop = asyncio.get_running_loop()
        return loop.call_later(1.5, on_value, 21.5)


async def temperature(thermometer):
    future = asyncio.get_running_loop().create_future()
    thermometer.read(future.set_result)
    return await future


def report(loop, context):
    print(f"late answer: {context['exception']!r}")


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    try:
        async with asyncio.timeout(1):
            await temperature(Thermometer())
    except TimeoutError:
        print("no time to wait for it")
    await asyncio.sleep(1)


asyncio.run(main())
