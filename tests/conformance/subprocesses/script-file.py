# A script written to a file and run with arguments, an environment and a folder of its own.
import asyncio
import os
import sys
import tempfile

SCRIPT = """
import os, sys
print(sys.argv[1:], os.path.basename(sys.argv[0]), __name__)
print(os.environ["GREETING"], os.path.basename(os.getcwd()))
with open("made-by-child.txt", "w") as file:
    file.write("written by the child")
"""


async def main():
    with tempfile.TemporaryDirectory() as folder:
        inner = os.path.join(folder, "inner")
        os.mkdir(inner)
        path = os.path.join(folder, "script.py")
        with open(path, "w") as file:
            file.write(SCRIPT)
        process = await asyncio.create_subprocess_exec(
            sys.executable, path, "one", "two words",
            stdout=asyncio.subprocess.PIPE, cwd=inner, env={**os.environ, "GREETING": "hi"},
        )
        out, _ = await process.communicate()
        print(out.decode(), end="")
        print(process.returncode, os.listdir(inner))
        with open(os.path.join(inner, "made-by-child.txt")) as file:
            print(file.read())


asyncio.run(main())
