# Files in a folder of their own: text, bytes, JSON, CSV, read in a thread, missing, listed.
import asyncio
import csv
import json
import pathlib
import tempfile


def count_lines(path):
    with open(path, encoding="utf-8") as file:
        return sum(1 for _ in file)


async def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number in range(3):
            (folder / f"part-{number}.txt").write_text("é line\n" * (number + 1), encoding="utf-8")
        print(sorted(path.name for path in folder.iterdir()))
        paths = sorted(folder.glob("part-*.txt"))
        print(await asyncio.gather(*(asyncio.to_thread(count_lines, path) for path in paths)))
        print(paths[0].read_bytes(), paths[1].stat().st_size)
        data = {"name": "tea", "prices": [1.5, 2], "sold": None}
        (folder / "data.json").write_text(json.dumps(data))
        print(json.loads((folder / "data.json").read_text()) == data)
        with open(folder / "table.csv", "w", newline="") as file:
            csv.writer(file).writerows([["a", "b"], [1, "two, three"]])
        with open(folder / "table.csv", newline="") as file:
            print(list(csv.DictReader(file)))
        with open(folder / "log.txt", "a+") as file:
            file.write("one\n")
            file.write("two\n")
            file.seek(0)
            print(file.readlines())
        (folder / "log.txt").rename(folder / "old.txt")
        print((folder / "log.txt").exists(), (folder / "old.txt").exists())
        try:
            open(folder / "missing.txt")
        except FileNotFoundError as error:
            print(error.strerror)
    print(folder.exists())


asyncio.run(main())
