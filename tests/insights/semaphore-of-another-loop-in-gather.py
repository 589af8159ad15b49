import asyncio

sem = asyncio.Semaphore(2)


async def fetch(i):
    async with sem:
        await asyncio.sleep(0.1)
    return i


async def crawl(n):
    return await asyncio.gather(*(fetch(i) for i in range(n)))


class Cli:
    def command(self, n):
        return asyncio.run(crawl(n))


cli = Cli()
print(cli.command(3))
print(cli.command(3))
