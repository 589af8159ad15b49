# Programs that are not there, and arguments that cannot be right.
import asyncio
import sys


async def main():
    try:
        await asyncio.create_subprocess_exec("no-such-program-here")
    except FileNotFoundError as error:
        print(type(error).__name__, error.filename)
    try:
        await asyncio.create_subprocess_exec(sys.executable, "-c", "pass", text=True)
    except ValueError as error:
        print(error)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "no-such-script.py", stderr=asyncio.subprocess.PIPE
    )
    _, err = await process.communicate()
    print(process.returncode, b"No such file" in err)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; print(sys.argv)", "-x", "y z",
        stdout=asyncio.subprocess.PIPE,
    )
    print((await process.communicate())[0].decode().strip())


asyncio.run(main())
