import asyncio


async def look_up(word):
    await asyncio.sleep(1)
    return word.upper()


def one_answer(word):
    return asyncio.run(look_up(word))


def several_answers(words):
    with asyncio.Runner() as runner:
        for word in words:
            print(runner.run(look_up(word)))


print(one_answer("await"))
several_answers(["task", "future"])
