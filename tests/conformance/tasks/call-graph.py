# requires: 3.14
# capture_call_graph: who waits for whom, and where.
import asyncio


async def leaf(ready):
    await ready.wait()


async def branch(ready):
    await leaf(ready)


async def main():
    ready = asyncio.Event()
    task = asyncio.create_task(branch(ready), name="branch")
    waiter = asyncio.create_task(asyncio.wait_for(task, 5), name="waiter")
    await asyncio.sleep(0.1)
    graph = asyncio.capture_call_graph(task)
    print(graph.future is task)
    print([entry.frame.f_code.co_name for entry in graph.call_stack])
    print([each.future.get_name() for each in graph.awaited_by])
    ready.set()
    await waiter


asyncio.run(main())
