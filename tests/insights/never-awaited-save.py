import asyncio


class Log:
    async def write(self, line):
        await asyncio.sleep(0.1)
        print("written", line)


async def main():
    log = Log()
    for line in ("one", "two"):
        log.write(line)
    asyncio.gather
    print("all written")


asyncio.run(main())
