import asyncio
import tempfile
from pathlib import Path


def write_log(path, lines):
    path.write_text("\n".join(lines))
    return path.read_text().splitlines()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "visits.log"
        lines = await asyncio.to_thread(write_log, path, ["Ann", "Ben"])
        print(len(lines), "lines, the last is", lines[-1])


asyncio.run(main())
