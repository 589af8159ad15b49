# loop.subprocess_exec with a protocol: data from pipes, lost pipes, the exit.
import asyncio
import sys


class Watcher(asyncio.SubprocessProtocol):
    def __init__(self):
        self.output = {1: bytearray(), 2: bytearray()}
        self.done = asyncio.get_running_loop().create_future()
        self.exited = False

    def pipe_data_received(self, fd, data):
        self.output[fd] += data

    def process_exited(self):
        self.exited = True

    def connection_lost(self, error):
        self.done.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    code = "import sys; print('to one'); print('to two', file=sys.stderr); sys.exit(9)"
    transport, watcher = await loop.subprocess_exec(
        Watcher, sys.executable, "-c", code, stdin=None
    )
    print(transport.get_pid() > 0, transport.get_pipe_transport(0))
    print("lost:", await watcher.done, "exited:", watcher.exited)
    print({fd: bytes(data) for fd, data in watcher.output.items()}, transport.get_returncode())
    transport.close()


asyncio.run(main())
