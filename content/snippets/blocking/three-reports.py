import asyncio


async def download(report, seconds):
    for half in ("first half", "second half"):
        await asyncio.sleep(seconds)
        print(f"{report}: {half}")


async def main():
    await asyncio.gather(
        download("sales", 2.25),
        download("stock", 1.75),
        download("staff", 1.5),
    )
    print("all here")


asyncio.run(main())
