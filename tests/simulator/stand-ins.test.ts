/** Stand-ins for client libraries of HTTP, where a program has not got the real ones. */
import { expect, it } from 'vitest';
import { insightsOf } from '../../src/insights/insight.ts';
import { tellInsight } from '../../src/insights/words/tell-insight.ts';
import { packageFiles } from '../../src/packages/site-packages.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { dedent } from '../dedent.ts';
import { printedBy, runPython } from './run-python.ts';

const same = (text: string) => dedent(text).trim();

/** What stderr says first when one of them is imported. */
const note = (library: string) =>
  `${library}: a stand-in with its commonest calls; for the real one, add its wheel`;

/** `attempt(call)` prints when it is over, and what came of it. */
const BEGIN = `
import asyncio, time
from loopscope import web

web.answer("shop.example/tea", json={"tea": 2}, headers={"Set-Cookie": "seen=1; Path=/"})
web.answer("shop.example/words", text="grün")
web.refuse("down.example")
web.forget("gone.example")
began = time.monotonic()

def say(*what):
    print(f"{time.monotonic() - began:.2f}", *what)

def attempt(call, *arguments, **options):
    try:
        answer = call(*arguments, **options)
        say(answer.status_code, answer.url, len(answer.history))
    except Exception as error:
        say(type(error).__name__, error)

async def attempting(awaitable, name=""):
    try:
        answer = await awaitable
        say(name, getattr(answer, "status_code", None) or answer.status)
    except Exception as error:
        say(name, type(error).__name__, error)
`;

it('takes for requests the time of connecting and of answering, and keeps what a session has', async () => {
  const printed = await printedBy(`${BEGIN}
import requests

echo = requests.post("http://api.example/a b?x=1", params={"y": [1, 2]}, json={"k": 1}, auth=("u", "p"), headers={"X-Own": "1"}).json()
say(echo["method"], echo["url"], echo["json"], echo["headers"]["Authorization"], echo["headers"]["X-Own"])
with requests.Session() as session:
    answer = session.get("http://shop.example/tea")
    say(answer.json(), answer.ok, answer.reason, answer.headers["CONTENT-TYPE"], answer.elapsed, bool(answer))
    say(session.get("http://shop.example/x").json()["headers"]["Cookie"], session.cookies["seen"])
    say(session.get("http://shop.example/words").text, session.request("PUT", "http://shop.example/", data={"a": 1}).json()["body"])
    attempt(session.get, "http://shop.example/redirect/2")
    attempt(session.get, "http://shop.example/redirect/2", allow_redirects=False)
    with session.get("http://shop.example/stream/3/every/0.5", stream=True) as answer:
        for line in answer.iter_lines():
            say(line)
    say([len(piece) for piece in session.get("http://shop.example/bytes/2500").iter_content(1000)])
attempt(requests.get, "https://api.example/")
print(requests.__version__, requests.codes.not_found)
`);
  expect(printed).toBe(
    `${note('requests')}\n${same(`
    0.10 POST http://api.example/a%20b?x=1&y=1&y=2 {'k': 1} Basic dTpw 1
    0.20 {'tea': 2} True OK application/json 0:00:00.100000 True
    0.25 seen=1 1
    0.35 grün a=1
    0.50 200 http://shop.example/ 2
    0.55 302 http://shop.example/redirect/2 0
    0.60 b'{"line": 0}'
    1.10 b'{"line": 1}'
    1.60 b'{"line": 2}'
    1.65 [1000, 1000, 500]
    1.80 200 https://api.example/ 0
    0 (stand-in) 404`)}`,
  );
});

it('fails for requests as the library does', async () => {
  const printed = await printedBy(`${BEGIN}
import requests

for path in ("fail/reset", "fail/close", "fail/garbage", "fail/truncate", "redirect/40"):
    attempt(requests.get, f"http://a.example/{path}")
attempt(requests.get, "http://a.example/delay/3", timeout=1)
attempt(requests.get, "http://a.example/delay/3", timeout=(0.01, 1))
for address in ("http://down.example/", "http://gone.example/", "a.example", "ftp://a.example"):
    attempt(requests.get, address)
for call in (lambda: requests.get("http://a.example/status/503").raise_for_status(), lambda: requests.get("http://shop.example/words").json()):
    try:
        call()
    except requests.RequestException as error:
        say(repr(error), error.response.status_code)
print(issubclass(requests.ConnectTimeout, (requests.Timeout, requests.ConnectionError)), issubclass(requests.JSONDecodeError, ValueError))
`);
  expect(printed.replace(`${note('requests')}\n`, '')).toBe(
    same(`
    0.10 ConnectionError ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))
    0.20 ConnectionError ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))
    0.30 ConnectionError ('Connection aborted.', BadStatusLine('\\x00\\x01 this is no HTTP ÿ\\r\\n'))
    0.40 ChunkedEncodingError ('Connection broken: IncompleteRead(369 bytes read, 1000 more expected)', IncompleteRead(369 bytes read, 1000 more expected))
    2.00 TooManyRedirects Exceeded 30 redirects.
    3.05 ReadTimeout HTTPConnectionPool(host='a.example', port=80): Read timed out. (read timeout=1)
    3.06 ConnectTimeout HTTPConnectionPool(host='a.example', port=80): Max retries exceeded with url: /delay/3 (Caused by ConnectTimeoutError('Connection to a.example timed out. (connect timeout=0.01)'))
    3.11 ConnectionError HTTPConnectionPool(host='down.example', port=80): Max retries exceeded with url: / (Caused by NewConnectionError("HTTPConnection(host='down.example', port=80): Failed to establish a new connection: [Errno 111] Connection refused"))
    3.11 ConnectionError HTTPConnectionPool(host='gone.example', port=80): Max retries exceeded with url: / (Caused by NameResolutionError("HTTPConnection(host='gone.example', port=80): Failed to resolve 'gone.example' ([Errno -2] Name or service not known)"))
    3.11 MissingSchema Invalid URL 'a.example': No scheme supplied. Perhaps you meant https://a.example?
    3.11 InvalidSchema No connection adapters were found for 'ftp://a.example'
    3.21 HTTPError('503 Server Error: Service Unavailable for url: http://a.example/status/503') 503
    3.31 JSONDecodeError('Expecting value: line 1 column 1 (char 0)') 200
    True True`),
  );
});

it('holds the loop in requests.get, and says so', async () => {
  const trace = await runPython(`
    import asyncio
    import requests

    async def fetch():
        return requests.get("http://api.example/delay/1").status_code

    async def tick():
        await asyncio.sleep(0.1)

    async def main():
        await asyncio.gather(tick(), fetch())

    asyncio.run(main())
  `);
  const told = insightsOf(trace).map((insight) => tellInsight(trace, insight));
  expect(told[0]).toMatch(
    /^`requests\.get` on line 5 blocked the event loop .* in `fetch`; `tick` had to wait/,
  );
});

it('awaits answers for httpx, by as many connections as the limits allow', async () => {
  const printed = await printedBy(`${BEGIN}
import httpx

async def main():
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=2)) as client:
        await asyncio.gather(*(attempting(client.get("http://a.example/delay/1"), number) for number in range(5)))
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(5, pool=0.5)) as client:
        await asyncio.gather(*(attempting(client.get("http://a.example/delay/1"), number) for number in range(2)))
    async with httpx.AsyncClient(base_url="http://a.example/v1", params={"key": 1}, headers={"X-Own": "1"}) as client:
        answer = await client.post("/users", json={"n": "ä"}, params={"q": "x y"})
        say(answer.json()["url"], answer.json()["body"], answer.is_success, answer.http_version, answer.elapsed)
        for pause in (4, 6):
            await asyncio.sleep(pause)
            await attempting(client.get(""), f"after {pause}")
        async with client.stream("GET", "http://a.example/stream/2/every/0.5") as answer:
            async for line in answer.aiter_lines():
                say(line)
        task = asyncio.create_task(client.get("http://a.example/delay/5"))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
        await attempting(client.get("http://a.example/"), "after one was cancelled")
        answer = await client.get("https://shop.example/redirect/1", follow_redirects=True)
        say(answer, answer.history, answer.url)
asyncio.run(main())
`);
  expect(printed).toBe(
    `${note('httpx')}\n${same(`
    1.10 0 200
    1.10 1 200
    2.15 2 200
    2.15 3 200
    3.20 4 200
    3.70 1 PoolTimeout 
    4.30 0 200
    4.40 http://a.example/v1/users?key=1&q=x+y {"n":"ä"} True HTTP/1.1 0:00:00.100000
    8.45 after 4 200
    14.55 after 6 200
    14.60 {"line": 0}
    15.10 {"line": 1}
    16.20 after one was cancelled 200
    16.40 <Response [200 OK]> [<Response [302 Found]>] https://shop.example/`)}`,
  );
});

it('fails for httpx as the library does, in an event loop and in a thread', async () => {
  const printed = await printedBy(`${BEGIN}
import httpx

ADDRESSES = ("http://a.example/fail/reset", "http://a.example/fail/close", "http://a.example/fail/garbage",
             "http://a.example/fail/truncate", "http://a.example/delay/6", "http://down.example/", "http://gone.example/", "/x")

async def main():
    async with httpx.AsyncClient() as client:
        for address in ADDRESSES:
            await attempting(client.get(address))
        await attempting(client.get("http://b.example/", timeout=httpx.Timeout(1, connect=0.01)))
        await attempting(client.get("http://b.example/redirect/30", follow_redirects=True))
        try:
            (await client.get("http://b.example/status/404")).raise_for_status()
        except httpx.HTTPStatusError as error:
            say(str(error).splitlines()[0], error.response.status_code, error.request)
    await attempting(client.get("http://a.example/"))
asyncio.run(main())
with httpx.Client() as client:
    for address in ADDRESSES[:-1]:
        attempt(client.get, address)
`);
  expect(printed.replace(`${note('httpx')}\n`, '')).toBe(
    same(`
    0.10  ReadError 
    0.20  RemoteProtocolError Server disconnected without sending a response.
    0.30  RemoteProtocolError illegal status line: bytearray(b'\\x00\\x01 this is no HTTP \\xff')
    0.40  RemoteProtocolError peer closed connection without sending complete message body (received 366 bytes, expected 1366)
    5.45  ReadTimeout 
    5.50  ConnectError All connection attempts failed
    5.50  ConnectError [Errno -2] Name or service not known
    5.50  UnsupportedProtocol Request URL is missing an 'http://' or 'https://' protocol.
    5.51  ConnectTimeout 
    6.61  TooManyRedirects Exceeded maximum allowed redirects.
    6.66 Client error '404 Not Found' for url 'http://b.example/status/404' 404 <Request('GET', 'http://b.example/status/404')>
    6.66  RuntimeError Cannot send a request, as the client has been closed.
    6.76 ReadError [Errno 104] Connection reset by peer
    6.86 RemoteProtocolError Server disconnected without sending a response.
    6.96 RemoteProtocolError illegal status line: bytearray(b'\\x00\\x01 this is no HTTP \\xff')
    7.06 RemoteProtocolError peer closed connection without sending complete message body (received 366 bytes, expected 1366)
    12.11 ReadTimeout timed out
    12.16 ConnectError [Errno 111] Connection refused
    12.16 ConnectError [Errno -2] Name or service not known`),
  );
});

it('awaits answers for aiohttp, and fails as the library does', async () => {
  const printed = await printedBy(`${BEGIN}
import aiohttp

async def main():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=2)) as session:
        await asyncio.gather(*(attempting(session.get("http://a.example/delay/1"), number) for number in range(3)))
    async with aiohttp.ClientSession("http://shop.example", headers={"X-Own": "1"}) as session:
        async with session.post("/x?z=1", json={"k": 1}, params={"q": 2}) as answer:
            say(answer.status, answer.ok, answer.url, (await answer.json())["json"])
        async with session.get("/tea") as answer:
            say(await answer.json(), answer.content_type)
        async with session.get("https://shop.example/stream/2/every/0.5") as answer:
            async for line in answer.content:
                say(line)
        for path in ("fail/reset", "fail/close", "fail/truncate", "redirect/30"):
            await attempting(read(session, f"/{path}"))
        for given in ({"total": 1}, {"sock_read": 1}):
            await attempting(session.get("/delay/3", timeout=aiohttp.ClientTimeout(**given)))
        await attempting(session.get("http://b.example", timeout=aiohttp.ClientTimeout(connect=0.01)))
        await attempting(session.get("http://down.example/"))
        await attempting(session.get("http://gone.example/"))
        await attempting(session.get("/status/404", raise_for_status=True))
        async with session.get("/words") as answer:
            await attempting(answer.json())
        await attempting((await session.get("/tea")).text())
    await attempting(session.get("/"))

async def read(session, path):
    async with session.get(path) as answer:
        await answer.read()
        return answer

async def leave_open():
    session = aiohttp.ClientSession()

asyncio.run(main())
asyncio.run(leave_open())
`);
  expect(printed.replace(/0x[0-9a-f]+/g, '0x…')).toBe(
    `${note('aiohttp')}\n${same(`
    1.10 0 200
    1.10 1 200
    2.15 2 200
    2.25 200 True http://shop.example/x?z=1&q=2 {'k': 1}
    2.30 {'tea': 2} application/json
    2.45 b'{"line": 0}\\n'
    2.95 b'{"line": 1}\\n'
    3.00  ClientOSError [Errno 104] Connection reset by peer
    3.10  ServerDisconnectedError Server disconnected
    3.20  ClientPayloadError Response payload is not completed: <ContentLengthError: 400, message='Not enough data to satisfy content length header.'>
    3.75  TooManyRedirects 302, message='', url='http://shop.example/redirect/30'
    4.75  TimeoutError 
    5.80  SocketTimeoutError Timeout on reading data from socket
    5.81  ConnectionTimeoutError Connection timeout to host http://b.example/
    5.86  ClientConnectorError Cannot connect to host down.example:80 ssl:default [Connect call failed ('198.18.0.4', 80)]
    5.86  ClientConnectorDNSError Cannot connect to host gone.example:80 ssl:default [Name or service not known]
    5.96  ClientResponseError 404, message='Not Found', url='http://shop.example/status/404'
    6.06  ContentTypeError 200, message='Attempt to decode JSON with unexpected mimetype: text/plain; charset=utf-8', url='http://shop.example/words'
    6.11  AttributeError 'str' object has no attribute 'status'
    6.11  RuntimeError Session is closed
    Unclosed client session
    client_session: <aiohttp.client.ClientSession object at 0x…>`)}`,
  );
});

it('refuses by name what a stand-in has not got', async () => {
  const printed = await printedBy(`
import asyncio, aiohttp, httpx, requests

session = requests.Session()

async def main():
    async with aiohttp.ClientSession() as client:
        for call in (
            lambda: aiohttp.FormData, lambda: httpx.MockTransport, lambda: requests.adapters, lambda: session.mount,
            lambda: setattr(session, "proxies", {}), lambda: requests.get("http://a.example/", proxies={}),
            lambda: httpx.Client(transport=1), lambda: httpx.Response.nothing, lambda: client.ws_connect,
            lambda: aiohttp.ClientSession(trust_env=True), lambda: __import__("requests.adapters"),
        ):
            try:
                call()
            except Exception as error:
                print(type(error).__name__, error)

asyncio.run(main())
`);
  expect(printed).toBe(
    `${['aiohttp', 'httpx', 'requests'].map(note).join('\n')}\n${same(`
    AttributeError module 'aiohttp' has no attribute 'FormData': it is a stand-in with the commonest calls
    AttributeError module 'httpx' has no attribute 'MockTransport': it is a stand-in with the commonest calls
    AttributeError module 'requests' has no attribute 'adapters': it is a stand-in with the commonest calls
    AttributeError 'Session' object has no attribute 'mount': it is of the stand-in for requests
    AttributeError Session.proxies can't be set: it is of the stand-in for requests
    TypeError request() got an argument 'proxies', which the stand-in for requests does not take
    TypeError Client() got an argument 'transport', which the stand-in for httpx does not take
    AttributeError type object 'Response' has no attribute 'nothing'
    AttributeError 'ClientSession' object has no attribute 'ws_connect': it is of the stand-in for aiohttp
    TypeError ClientSession() got an argument 'trust_env', which the stand-in for aiohttp does not take
    ModuleNotFoundError No module named 'requests.adapters': requests is a stand-in with its commonest calls`)}`,
  );
});

it('gives way to the real library, to a file of the program, and to nothing else of these names', async () => {
  const real = new Map([
    ['requests/__init__.py', new TextEncoder().encode('__version__ = "2"\n')],
    ['requests/adapters.py', new TextEncoder().encode('HERE = True\n')],
  ]);
  const source = dedent(`
    import requests, requests.adapters
    print(requests.__version__, requests.adapters.HERE)
    open("httpx.py", "w").write("OWN = True")
    import httpx
    print(httpx.OWN)
    try:
        import urllib3
    except ModuleNotFoundError as error:
        print(error)
  `);
  const files = packageFiles([{ files: real }]);
  const { events } = await createNodeSimulator().run({ source, files }).finished;
  const printed = events.map((event) => (event.kind === 'output' ? event.text : '')).join('');
  expect(printed.trimEnd()).toBe("2 True\nTrue\nNo module named 'urllib3'");
});
