import inspect


async def read_sensor(room):
    return 21.5


reading = read_sensor("kitchen")

print("read_sensor is a", type(read_sensor).__name__)
print("  coroutine function?", inspect.iscoroutinefunction(read_sensor))
print("  coroutine object?  ", inspect.iscoroutine(read_sensor))

print("reading is a", type(reading).__name__)
print("  coroutine function?", inspect.iscoroutinefunction(reading))
print("  coroutine object?  ", inspect.iscoroutine(reading))

reading.close()
