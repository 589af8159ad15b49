import asyncio
import asyncpg

async def fetch(connection, query):
    return await connection.fetch(query)

async def main():
    connection = await asyncpg.connect("postgresql://db.example/shop")
    print(len(await fetch(connection, "SELECT 1")))

asyncio.run(main())
