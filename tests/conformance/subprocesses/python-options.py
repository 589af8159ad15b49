# Options of a child python, and what its environment says of them; -E and -I ignore the latter.
import asyncio
import sys

SHOW = """
import asyncio, sys, warnings
flags = sys.flags
print(__debug__, flags.optimize, flags.dev_mode, flags.ignore_environment, flags.isolated)
print(sys.warnoptions, asyncio.coroutines._is_debug_mode(), sys.path[1].endswith("/lib"))
warnings.warn("told or raised")
assert False, "only without -O"
"""


async def run(*options, **environ):
    child = await asyncio.create_subprocess_exec(
        sys.executable, *options, "-c", SHOW, env=environ, stdout=-1, stderr=-1
    )
    out, err = await child.communicate()
    print(*options, *environ, child.returncode, err.decode().splitlines()[-1:])
    print(out.decode(), end="")


async def main():
    for options in ([], ["-O"], ["-E"], ["-I"], ["-X", "dev"], ["-W", "error"], ["-W", "ignore"]):
        await run(*options)
    for name, value in {
        "PYTHONASYNCIODEBUG": "1",
        "PYTHONDEVMODE": "1",
        "PYTHONOPTIMIZE": "2",
        "PYTHONWARNINGS": "error",
        "PYTHONPATH": "lib",
    }.items():
        await run(**{name: value})
        await run("-E", **{name: value})


asyncio.run(main())
