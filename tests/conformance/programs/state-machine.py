# Two traffic lights and a pedestrian: state machines driven by events and time.
import asyncio
import enum
from dataclasses import dataclass, field


class Colour(enum.Enum):
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@dataclass
class Light:
    name: str
    colour: Colour = Colour.RED
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def show(self, colour):
        async with self.changed:
            self.colour = colour
            print(self.name, colour.value)
            self.changed.notify_all()

    async def run(self, offset):
        await asyncio.sleep(offset)
        for colour, seconds in ((Colour.GREEN, 0.3), (Colour.AMBER, 0.1), (Colour.RED, 0)):
            await self.show(colour)
            await asyncio.sleep(seconds)


async def pedestrian(light):
    async with light.changed:
        await light.changed.wait_for(lambda: light.colour is Colour.GREEN)
        await light.changed.wait_for(lambda: light.colour is Colour.RED)
    print("pedestrian walks")


async def main():
    north, east = Light("north"), Light("east")
    async with asyncio.TaskGroup() as group:
        group.create_task(pedestrian(east))
        group.create_task(north.run(0.1))
        group.create_task(east.run(0.8))


asyncio.run(main())
