import asyncio

try:
    import uvloop
except ImportError:
    uvloop = None


async def main():
    print("with uvloop" if uvloop else "without")


asyncio.run(main())
