"""What goes wrong with files, in the words and with the numbers of Linux."""

import asyncio
import errno
import os
import tempfile


def attempt(what, action):
    try:
        action()
    except OSError as error:
        name = errno.errorcode[error.errno]
        print(f"{what}: {type(error).__name__} {name} {error.errno} {error.strerror}")
    else:
        print(f"{what}: fine")


async def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("notes.txt", "w") as notes:
            notes.write("tea\ncoffee\n")
        os.mkdir("drinks")
        open("drinks/water", "w").close()
        attempts = {
            "read a missing file": lambda: open("missing.txt"),
            "write below a file": lambda: open("notes.txt/below", "w"),
            "write to a folder": lambda: open("drinks", "w"),
            "make it again": lambda: os.mkdir("drinks"),
            "create it again": lambda: open("notes.txt", "x"),
            "remove a full folder": lambda: os.rmdir("drinks"),
            "list a missing folder": lambda: os.listdir("snacks"),
            "rename a missing file": lambda: os.rename("snacks", "meals"),
            "seek before the start": lambda: os.lseek(os.open("notes.txt", os.O_RDONLY), -1, 0),
            "close what is not open": lambda: os.close(87),
            "read it": lambda: open("notes.txt").read(),
        }
        for what, action in attempts.items():
            await asyncio.to_thread(attempt, what, action)
        os.chdir("/")


asyncio.run(main())
