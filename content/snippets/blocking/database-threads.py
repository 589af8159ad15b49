import asyncio
import time


class Database:
    def query(self, table, seconds):
        time.sleep(seconds)
        return f"rows of {table}"


async def show(db, table, seconds):
    print(await asyncio.to_thread(db.query, table, seconds))


async def main():
    db = Database()
    async with asyncio.TaskGroup() as group:
        group.create_task(show(db, "orders", 1.5))
        group.create_task(show(db, "guests", 1))
        group.create_task(show(db, "rooms", 0.5))
    print("dashboard complete")


asyncio.run(main())
