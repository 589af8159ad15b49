import asyncio


def alarm(loop, context):
    what, _, _ = context["message"].partition("(")
    print("alarm:", what, "-", repr(context.get("exception")))


def ring():
    raise OSError("the bell is broken")


async def send(letter):
    await asyncio.sleep(2)
    raise ValueError(f"no address on {letter}")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(alarm)
    loop.call_later(1, ring)
    letters = [asyncio.create_task(send("letter 1"))]
    await asyncio.sleep(3)
    print("nobody has asked about the letter")
    letters.clear()
    await asyncio.sleep(1)


asyncio.run(main())
