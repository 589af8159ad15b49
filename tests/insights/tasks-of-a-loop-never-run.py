import asyncio


class Client:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.outbox = []

    async def _send(self, msg):
        await asyncio.sleep(0.2)
        self.outbox.append(msg)

    def send(self, msg):
        self.loop.create_task(self._send(msg))

    def close(self):
        self.loop.close()


client = Client()
client.send("hello")
client.send("world")
client.close()
print("sent:", client.outbox)
