"""Reads a site link by link, never more than three pages at once,
and no page twice. New links are found while others are fetched."""

import asyncio

SITE = {
    "/": (0.3, ["/news", "/shop", "/about"]),
    "/news": (0.5, ["/news/1", "/news/2", "/news/3", "/"]),
    "/shop": (0.9, ["/shop/tea", "/shop/jam", "/news"]),
    "/about": (0.2, ["/"]),
    "/news/1": (0.6, ["/news/2"]),
    "/news/2": (0.4, ["/news/3"]),
    "/news/3": (0.7, []),
    "/shop/tea": (0.5, ["/shop/jam"]),
    "/shop/jam": (0.3, ["/lost"]),
}


async def fetch(page):
    if page not in SITE:
        await asyncio.sleep(0.1)
        raise LookupError(f"{page} is not there")
    seconds, links = SITE[page]
    await asyncio.sleep(seconds)
    return links


async def main():
    three_at_once = asyncio.Semaphore(3)
    seen = set()

    async def visit(page):
        async with three_at_once:
            try:
                links = await fetch(page)
            except LookupError as error:
                return print(f"broken link: {error}")
        print(f"{page} links to {', '.join(links) or 'nothing'}")
        for link in links:
            follow(link)

    def follow(page):
        if page not in seen:
            seen.add(page)
            group.create_task(visit(page), name=page)

    async with asyncio.TaskGroup() as group:
        follow("/")
    print(f"{len(seen)} addresses, each asked for once")


asyncio.run(main())
