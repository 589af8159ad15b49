import asyncio


async def save():
    await asyncio.sleep(2)
    return "saved"


async def main():
    saving = asyncio.create_task(save())
    guarded = asyncio.shield(saving)
    await asyncio.sleep(0.5)
    guarded.cancel()
    try:
        await guarded
    except asyncio.CancelledError:
        print("the shield only")
    print(await saving)


asyncio.run(main())
