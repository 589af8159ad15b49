import asyncio
import random

PASSING = (ConnectionError, TimeoutError)


async def retry(work, times=5, pause=1, longest=30, each=2):
    for attempt in range(1, times + 1):
        try:
            async with asyncio.timeout(each):
                return await work()
        except PASSING as error:
            if attempt == times:
                raise
            print(f"attempt {attempt}: {type(error).__name__}")
        await asyncio.sleep(pause * random.uniform(0.5, 1))
        pause = min(2 * pause, longest)


async def connect(answers):
    seconds, error = answers.pop(0)
    await asyncio.sleep(seconds)
    if error:
        raise error
    return "connected"


async def main():
    random.seed(7)  # only so that this run can be repeated
    answers = [(0.5, ConnectionRefusedError()), (60, None), (0.5, None)]
    print(await retry(lambda: connect(answers)))
    answers = [(0.5, FileNotFoundError("no certificate"))]
    try:
        await retry(lambda: connect(answers))
    except OSError as error:
        print("not retried:", error)


asyncio.run(main())
