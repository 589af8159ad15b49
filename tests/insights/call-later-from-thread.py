import asyncio, threading, time

async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    def work():
        time.sleep(0.2)
        loop.call_later(0.1, done.set)
    threading.Thread(target=work).start()
    await done.wait()
    print("done")

asyncio.run(main())
