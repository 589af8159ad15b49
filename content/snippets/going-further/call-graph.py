import asyncio


async def ask(shop):
    await asyncio.sleep(60)


async def compare():
    async with asyncio.TaskGroup() as group:
        group.create_task(ask("bakery"), name="bakery")


async def report():
    await asyncio.sleep(1)
    bakery = next(
        task for task in asyncio.all_tasks()
        if task.get_name() == "bakery"
    )
    graph = asyncio.capture_call_graph(bakery)
    while graph:
        names = [e.frame.f_code.co_name for e in graph.call_stack]
        print(graph.future.get_name() + ":", " < ".join(names))
        graph = graph.awaited_by[0] if graph.awaited_by else None


async def main():
    reporting = asyncio.create_task(report())
    try:
        async with asyncio.timeout(2):
            await compare()
    except TimeoutError:
        await reporting


asyncio.run(main())
