# requires: 3.14
# get_event_loop no longer makes a loop: without a current one it raises.
import asyncio

try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print("RuntimeError")
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


print(loop.run_until_complete(main()))
loop.close()
asyncio.set_event_loop(None)
print(asyncio.run(main()))
