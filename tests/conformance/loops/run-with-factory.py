# requires: 3.12
# asyncio.run(loop_factory=…) and a Runner with one.
import asyncio

made = []


def factory():
    loop = asyncio.new_event_loop()
    made.append(loop)
    return loop


async def which():
    await asyncio.sleep(0.05)
    return made.index(asyncio.get_running_loop())


print(asyncio.run(which(), loop_factory=factory))
with asyncio.Runner(loop_factory=factory, debug=True) as runner:
    print(runner.run(which()), runner.get_loop().get_debug())
    print(runner.run(which()))
print([loop.is_closed() for loop in made])
