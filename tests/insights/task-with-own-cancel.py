import asyncio


class Download(asyncio.Task):
    def cancel(self, msg=None):
        print("cancelling")
        return super().cancel(msg)


async def fetch():
    await asyncio.sleep(10)


async def main():
    loop = asyncio.get_running_loop()
    task = Download(fetch(), loop=loop, name="download")
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
