import asyncio
import sys


async def run(code, seconds):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(seconds):
            output, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        return f"killed, exit status {process.returncode}"
    return output.decode().strip()


async def main():
    print(await run("print('short job done')", 2))
    print(await run("import time; time.sleep(60)", 2))


asyncio.run(main())
