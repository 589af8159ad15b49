import asyncio, threading, time

async def handle(r, w):
    w.close()

async def main():
    await asyncio.start_server(handle, "127.0.0.1", 8401)
    ready = asyncio.Event()
    def load():
        time.sleep(0.2)
        ready.set()
    threading.Thread(target=load).start()
    await ready.wait()
    print("loaded")

asyncio.run(main())
