import asyncio
import gc


async def wait_for_mail():
    letter = asyncio.get_running_loop().create_future()
    await letter
    print("a letter has come")


async def main():
    asyncio.create_task(wait_for_mail(), name="postbox")
    await asyncio.sleep(1)
    print("tasks:", len(asyncio.all_tasks()))
    gc.collect()
    print("tasks:", len(asyncio.all_tasks()))


asyncio.run(main())
