# A shell command that sleeps is waited for, killed, and cancelled.
import asyncio


async def main():
    process = await asyncio.create_subprocess_shell("exec sleep 20")
    try:
        await asyncio.wait_for(process.wait(), 0.2)
    except TimeoutError:
        print("still asleep")
    process.kill()
    print(await process.wait())

    async def sleeper():
        process = await asyncio.create_subprocess_shell("exec sleep 20")
        try:
            await process.wait()
        finally:
            process.terminate()
            print("terminated", await process.wait())

    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.3)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
