# Three stages joined by queues; a sentinel travels through and ends each in turn.
import asyncio

END = object()


async def stage(name, source, target, transform, seconds):
    while (item := await source.get()) is not END:
        await asyncio.sleep(seconds)
        result = transform(item)
        print(name, item, "->", result)
        await target.put(result)
    print(name, "ends")
    await target.put(END)


async def main():
    first, second, third = (asyncio.Queue(maxsize=1) for _ in range(3))

    async def feed():
        for number in (1, 2, 3):
            await first.put(number)
        await first.put(END)

    async def collect():
        items = []
        while (item := await third.get()) is not END:
            items.append(item)
        return items

    *_, items = await asyncio.gather(
        feed(),
        stage("double", first, second, lambda number: number * 2, 0.1),
        stage("word", second, third, "item {}".format, 0.15),
        collect(),
    )
    print(items)


asyncio.run(main())
