import asyncio


async def forecast(city):
    await asyncio.sleep(1)
    return f"{city}: rain"


async def ask_twice(name, forecast):
    print(f"{name}, first: {await forecast}")
    try:
        print(f"{name}, again: {await forecast}")
    except RuntimeError as error:
        print(f"{name}, again: RuntimeError: {error}")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("Oslo: sun")
    await ask_twice("coroutine", forecast("Bergen"))
    await ask_twice("task", asyncio.create_task(forecast("Cork")))
    await ask_twice("future", future)


asyncio.run(main())
