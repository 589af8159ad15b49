# SystemExit and KeyboardInterrupt raised in a task go straight through the loop.
import asyncio
import sys


async def leaves():
    await asyncio.sleep(0.05)
    sys.exit(5)


async def bystander():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.05)
        print("bystander stopped")


async def main(function):
    other = asyncio.create_task(bystander())
    leaving = asyncio.create_task(function())
    try:
        await asyncio.sleep(1)
    finally:
        print("main stopped")


try:
    asyncio.run(main(leaves))
except SystemExit as exit_:
    print("SystemExit", exit_.code)


async def interrupts():
    raise KeyboardInterrupt


async def alone():
    await interrupts()


try:
    asyncio.run(alone())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
