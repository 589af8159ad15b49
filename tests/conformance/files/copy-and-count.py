"""Files in a folder of one's own, worked on by threads while the loop goes on."""

import asyncio
import json
import pathlib
import shutil
import tempfile


def count_words(path):
    return path.name, len(path.read_text().split())


async def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number in range(1, 4):
            (folder / f"chapter-{number}.txt").write_text("word " * number * 10)
        shutil.copytree(folder, folder / "copy")
        paths = sorted(folder.rglob("*.txt"))
        counts = await asyncio.gather(*(asyncio.to_thread(count_words, path) for path in paths))
        summary = folder / "summary.json"
        summary.write_text(json.dumps(counts))
        print(json.loads(summary.read_text()))
        print(sum(path.stat().st_size for path in paths))
        summary.rename(folder / "final.json")
        print(sorted(path.name for path in folder.iterdir()))
    print(folder.exists())


asyncio.run(main())
