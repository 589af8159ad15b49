import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def session(user):
    await asyncio.sleep(1)
    print(f"{user} is logged in")
    try:
        yield f"token for {user}"
    finally:
        await asyncio.sleep(0.5)
        print(f"{user} is logged out")


async def main():
    async with session("Ann") as token:
        print("using", token)


asyncio.run(main())
