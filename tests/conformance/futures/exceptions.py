# Exceptions in futures: raised at each await, as a class or an instance; cancelled.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(ValueError("bad"))
    for _ in range(2):
        try:
            await future
        except ValueError as error:
            print("raised", error)
    print(repr(future.exception()))
    future = loop.create_future()
    future.set_exception(KeyError)
    print(repr(future.exception()))
    future = loop.create_future()
    print(future.cancel(), future.cancel(), future.cancelled())
    for read in (future.result, future.exception):
        try:
            read()
        except asyncio.CancelledError:
            print("cancelled")


asyncio.run(main())
