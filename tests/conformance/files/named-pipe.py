# A named pipe: opened once both sides are there, written by a process, read by connect_read_pipe.
import asyncio
import os
import stat
import sys

CHILD = """
import time
with open("pipe", "wb", 0) as pipe:
    for number in range(3):
        pipe.write(b"line %d\\n" % number)
        time.sleep(0.1)
"""


async def main():
    loop = asyncio.get_running_loop()
    os.mkfifo("pipe")
    print(stat.S_ISFIFO(os.stat("pipe").st_mode), os.path.isfile("pipe"))
    try:
        os.open("pipe", os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        print(error.errno)
    file = os.fdopen(os.open("pipe", os.O_RDONLY | os.O_NONBLOCK), "rb", 0)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), file)
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD)
    async for line in reader:
        print(line)
    print(await child.wait())
    answer = asyncio.create_task(asyncio.to_thread(lambda: open("pipe").read()))
    await asyncio.to_thread(lambda: open("pipe", "w").write("there and back"))
    print(await answer)
    os.remove("pipe")


asyncio.run(main())
