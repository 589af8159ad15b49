"""A voting system that breaks only if two of three are late at once."""
import asyncio


async def replica(name, log):
    await asyncio.sleep(0.050)
    log.append(name)


async def leader(log):
    await asyncio.sleep(0.0525)
    if len(log) < 2:
        raise RuntimeError(f"no quorum: {log}")
    print("committed with", len(log))


async def main():
    log = []
    async with asyncio.TaskGroup() as group:
        for name in ("r1", "r2", "r3"):
            group.create_task(replica(name, log))
        group.create_task(leader(log))


asyncio.run(main())
