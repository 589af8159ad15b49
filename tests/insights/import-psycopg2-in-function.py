import asyncio


def download(query):
    import psycopg2

    with psycopg2.connect("dbname=shop") as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


async def main():
    print(await asyncio.to_thread(download, "SELECT 1"))


asyncio.run(main())
