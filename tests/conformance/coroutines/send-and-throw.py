# A coroutine driven by hand, without any loop.
class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer


async def interview():
    try:
        name = await Ask("name?")
        age = await Ask("age?")
    except ValueError as error:
        print("bad answer:", error)
        age = await Ask("age, please?")
    finally:
        print("interview over")
    return name, age


coroutine = interview()
print(coroutine.send(None))
print(coroutine.send("Ada"))
print(coroutine.throw(ValueError("not a number")))
try:
    coroutine.send(36)
except StopIteration as stop:
    print("returned", stop.value)

left = interview()
print(left.send(None))
left.close()
try:
    left.send(None)
except RuntimeError as error:
    print(error)
