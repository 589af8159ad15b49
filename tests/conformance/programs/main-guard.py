# A program's own name, arguments, file and module-level code.
import asyncio
import os
import sys


class Greeter:
    """Says hello."""

    async def __call__(self, name="world"):
        await asyncio.sleep(0)
        return f"hello {name}"


async def main(argv):
    print(os.path.basename(__file__), os.path.basename(sys.argv[0]), len(argv))
    print(await Greeter()(), Greeter.__doc__, Greeter.__module__)
    print(main.__qualname__, main.__code__.co_firstlineno, sys._getframe().f_lineno)
    print(sys.version_info >= (3, 11), sys.implementation.name)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
