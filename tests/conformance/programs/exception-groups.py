# Exception groups: nested, split, subgroup, except*, notes, and an error raised on the way.
import asyncio


def group():
    return ExceptionGroup(
        "all sorts",
        [
            ValueError("v1"),
            ExceptionGroup("inner", [OSError("o1"), ValueError("v2")]),
            KeyError("k"),
        ],
    )


def show(each):
    if isinstance(each, BaseExceptionGroup):
        return [show(inner) for inner in each.exceptions]
    return repr(each)


match, rest = group().split(ValueError)
print(show(match), show(rest))
print(show(group().subgroup((OSError, KeyError))))
try:
    raise group()
except* ValueError as values:
    print("values", show(values))
except* OSError as errors:
    print("os errors", show(errors))
except* LookupError as errors:
    errors.exceptions[0].add_note("looked everywhere")
    print("lookups", show(errors), errors.exceptions[0].__notes__)


async def fails(error):
    raise error


async def main():
    try:
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(fails(ValueError("left alone")))
                tasks.create_task(fails(TypeError("handled")))
        except* TypeError as handled:
            print("handled", show(handled))
    except ExceptionGroup as left:
        print("left", show(left), type(left).__name__)


asyncio.run(main())
try:
    raise BaseExceptionGroup("mixed", [KeyboardInterrupt(), ValueError()])
except BaseExceptionGroup as mixed:
    print(type(mixed).__name__, isinstance(mixed, Exception))
