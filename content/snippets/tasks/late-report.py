import asyncio


async def write_report():
    try:
        await asyncio.sleep(3)
        print("report: written")
    finally:
        await asyncio.sleep(0.5)
        print("report: desk tidied")


async def main():
    report = asyncio.create_task(write_report())
    try:
        await asyncio.wait_for(report, 2)
    except TimeoutError:
        print("main: then let it go on")
    await asyncio.sleep(2)
    print("main: cancelled?", report.cancelled())


asyncio.run(main())
