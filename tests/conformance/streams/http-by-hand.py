# A very small HTTP server and its client: request line, headers, status, keep-alive.
import asyncio

PAGES = {"/": "welcome", "/tea": "green or black?"}


async def handle(reader, writer):
    while request := await reader.readline():
        method, path, _ = request.decode().split()
        headers = {}
        while (line := (await reader.readline()).decode().strip()):
            key, value = line.split(": ", 1)
            headers[key.lower()] = value
        status = "200 OK" if path in PAGES else "404 Not Found"
        body = PAGES.get(path, f"no {path} for {headers['user-agent']}").encode()
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()
    writer.close()


async def get(reader, writer, path):
    writer.write(f"GET {path} HTTP/1.1\r\nUser-Agent: hand\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode().splitlines()
    length = int(head[1].partition(": ")[2])
    return head[0], (await reader.readexactly(length)).decode()


async def main():
    async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for path in ("/", "/tea", "/coffee"):
            print(await get(reader, writer, path))
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
