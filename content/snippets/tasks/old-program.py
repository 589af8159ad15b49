import asyncio
import sys
from asyncio.subprocess import PIPE

OLD_PROGRAM = "import time; time.sleep(5); print(1.08)"


async def exchange_rate():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OLD_PROGRAM, stdout=PIPE
    )
    try:
        answer, _ = await process.communicate()
        return float(answer)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
            print("the old program is stopped")


async def main():
    try:
        print(await asyncio.wait_for(exchange_rate(), 2))
    except TimeoutError:
        print("no exchange rate today")


asyncio.run(main())
