# run_forever until a callback stops it; what it scheduled waits for the next time.
import asyncio
import time

loop = asyncio.new_event_loop()
start = time.monotonic()


def tick(left):
    print(f"{time.monotonic() - start:.1f}", "tick", left)
    if left:
        loop.call_later(0.2, tick, left - 1)
    else:
        loop.call_soon(print, "scheduled before stop")
        loop.stop()
        loop.call_soon(print, "scheduled after stop")


loop.call_soon(tick, 2)
loop.run_forever()
print("stopped", loop.is_running())
loop.call_soon(print, "scheduled while stopped")
loop.call_soon(loop.stop)
loop.run_forever()
loop.stop()
loop.call_soon(print, "one turn, since stop came first")
loop.run_forever()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
