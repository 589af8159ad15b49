class Question:
    def __init__(self, text):
        self.text = text

    def __await__(self):
        answer = yield self.text
        return answer


async def order():
    size = await Question("which size?")
    drink = await Question("which drink?")
    return f"one {size} {drink}"


coro = order()
print(coro.send(None))
print(coro.send("small"))
try:
    coro.send("mocha")
except StopIteration as stop:
    print(stop.value)
