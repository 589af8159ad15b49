/** The simulated web: what is behind every host name that is not this machine's. */
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { printedBy, runPython, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trim();

/** `fetch(url)` prints when the answer came, its status and its body's length, or what went wrong. */
const FETCH = `
import asyncio, json, time, urllib.error, urllib.request
from loopscope import web

def fetch(url, data=None, **options):
    began = time.monotonic()
    request = urllib.request.Request(url, data, **options)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            body = response.read()
            told = response.status, len(body), response.url
    except urllib.error.HTTPError as error:
        body, told = error.read(), error
    except Exception as error:
        body, told = b"", repr(error)
    print(f"{time.monotonic() - began:.3f}", told)
    return body
`;

it('echoes a request to any name, after two latencies to connect and two to answer', async () => {
  const printed = await printedBy(`${FETCH}
echo = json.loads(fetch("http://Api.Example/a%20b?x=1&y=2&y=3", json.dumps([1]).encode(), method="PUT"))
print(echo["method"], echo["url"], echo["query"], echo["headers"]["Host"], echo["body"], echo["json"])
web.latency(0.1, "api.example")
fetch("http://api.example:8080/")
fetch("http://other.example/")
web.latency(0)
fetch("http://other.example/")
`);
  expect(printed).toBe(
    same(`
    0.100 (200, 485, 'http://Api.Example/a%20b?x=1&y=2&y=3')
    PUT http://Api.Example/a%20b?x=1&y=2&y=3 {'x': '1', 'y': ['2', '3']} Api.Example [1] [1]
    0.400 (200, 329, 'http://api.example:8080/')
    0.100 (200, 323, 'http://other.example/')
    0.000 (200, 323, 'http://other.example/')`),
  );
});

it('does what a path asks for', async () => {
  const printed = await printedBy(`${FETCH}
for path in ("delay/2", "status/503", "delay/0.5/status/404", "bytes/1000", "redirect/3", "flaky/1", "flaky/1",
             "fail/reset", "fail/close", "fail/truncate", "fail/garbage", "fail/hang", "status/99", "delay/x", "stream/3"):
    fetch(f"http://api.example/{path}")
`);
  expect(printed.replaceAll(/\(200, 3\d\d/g, '(200, 3xx')).toBe(
    same(`
    2.100 (200, 3xx, 'http://api.example/delay/2')
    0.100 HTTP Error 503: Service Unavailable
    0.600 HTTP Error 404: Not Found
    0.100 (200, 1000, 'http://api.example/bytes/1000')
    0.400 (200, 3xx, 'http://api.example/')
    0.100 HTTP Error 503: Service Unavailable
    0.100 (200, 3xx, 'http://api.example/flaky/1')
    0.100 ConnectionResetError(104, 'Connection reset by peer')
    0.100 RemoteDisconnected('Remote end closed connection without response')
    0.100 IncompleteRead(332 bytes read, 1000 more expected)
    0.100 BadStatusLine('\\x00\\x01 this is no HTTP ÿ\\r\\n')
    30.050 TimeoutError('timed out')
    0.100 (200, 3xx, 'http://api.example/status/99')
    0.100 (200, 3xx, 'http://api.example/delay/x')
    0.300 (200, 36, 'http://api.example/stream/3')`),
  );
});

it('answers as a program says: in turn, by address and method, the last that was said first', async () => {
  const printed = await printedBy(`${FETCH}
web.answer("shop.example", text="closed", status=404)
web.answer("shop.example/prices/*", json={"tea": 2}, headers={"X-Shop": "1"}, delay=1)
web.answer("http://shop.example/flaky", {"status": 503}, {"fail": "reset"}, {"text": "here"})
web.answer("shop.example/stream", stream=["a", b"b", "c"], every=0.5, method="post")
web.refuse("down.example")
web.forget("gone.example")
print(fetch("http://shop.example/prices/tea"))
print(fetch("http://shop.example/"))
for _ in range(4):
    print(fetch("http://shop.example/flaky"))
print(fetch("http://shop.example/stream", b""), fetch("http://shop.example/stream"))
fetch("http://down.example/")
fetch("http://gone.example/")
fetch("http://db.example:5432/")
print(web.requests()[0], len(web.requests()))
for wrong in ({"status": 99}, {"json": 1, "text": "2"}, {"fail": "x"}, {"delay": -1}, {"headers": {"a": "b\\r\\nc: d"}}):
    try:
        web.answer("x", **wrong)
    except (TypeError, ValueError) as error:
        print(error)
`);
  expect(printed).toBe(
    same(`
    1.100 (200, 10, 'http://shop.example/prices/tea')
    b'{"tea": 2}'
    0.100 HTTP Error 404: Not Found
    b'closed'
    0.100 HTTP Error 503: Service Unavailable
    b''
    0.100 ConnectionResetError(104, 'Connection reset by peer')
    b''
    0.100 (200, 4, 'http://shop.example/flaky')
    b'here'
    0.100 (200, 4, 'http://shop.example/flaky')
    b'here'
    1.100 (200, 3, 'http://shop.example/stream')
    0.100 HTTP Error 404: Not Found
    b'abc' b'closed'
    0.050 URLError(ConnectionRefusedError(111, 'Connection refused'))
    0.000 URLError(gaierror(-2, 'Name or service not known'))
    0.050 URLError(ConnectionRefusedError(111, 'Connection refused'))
    (0.075, 'GET', 'http://shop.example/prices/tea') 8
    status must be from 200 to 599, not 99
    an answer has one of json, text, body and stream
    fail must be one of reset, close, truncate, garbage, hang, not 'x'
    delay must be from 0 to 86400 seconds, not -1
    a header has no line ends`),
  );
});

it('speaks HTTP/1.1 to raw streams: one connection for many, chunks, what is no request', async () => {
  const transcript = await transcriptOf(`
    import asyncio, re

    async def talk(*parts):
        reader, writer = await asyncio.open_connection("api.example", 80)
        for part in parts:
            writer.write(part)
            await asyncio.sleep(0.01)
        data = await reader.read()
        print(*re.findall(rb"HTTP/1.1 (.*)\\r", data), b"chunked body" in data, writer.get_extra_info("sockname")[0])
        writer.close()

    async def main():
        one = b"GET / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n"
        last = b"GET / HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n"
        await talk(one + one, last[:10], last[10:])
        await talk(b"POST / HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n",
                   b"8\\r\\nchunked \\r\\n", b"4;x=y\\r\\nbody\\r\\n0\\r\\n\\r\\n")
        await talk(b"GET / HTTP/1.0\\r\\n\\r\\n")
        await talk(b"HEAD /status/404 HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n")
        await talk(b"EHLO me\\r\\n")
        await talk(b"GET / HTTP/1.1\\r\\n\\r\\n")
        await talk(b"GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1\\r\\n\\r\\n")
        await talk(b"POST / HTTP/1.1\\r\\nHost: a\\r\\nExpect: 100-continue\\r\\nContent-Length: 1\\r\\nConnection: close\\r\\n\\r\\n", b"x")
        await talk(one)
        await talk()

    asyncio.run(main())
  `);
  expect(transcript).toBe(
    same(`
    [   0.120] b'200 OK' b'200 OK' b'200 OK' False 10.0.0.2
    [   0.240] b'200 OK' True 10.0.0.2
    [   0.340] b'200 OK' False 10.0.0.2
    [   0.440] b'404 Not Found' False 10.0.0.2
    [   0.540] b'400 Bad Request' False 10.0.0.2
    [   0.640] b'400 Bad Request' False 10.0.0.2
    [   0.740] b'400 Bad Request' False 10.0.0.2
    [   0.850] b'100 Continue' b'200 OK' False 10.0.0.2
    [  75.950] b'200 OK' False 10.0.0.2
    [ 151.050] False 10.0.0.2
    [ 151.050]= exit 0`),
  );
});

it('breaks what a program does in no other way than it would be broken', async () => {
  const { outcome } = await runPython(`
    import asyncio

    async def main():
        reader, writer = await asyncio.open_connection("api.example", 80)
        writer.write(b"GET /bytes/3000000 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n")
        await reader.readuntil(b"\\r\\n\\r\\n")
        # More than there is room for on the way: the rest comes as it is read.
        await asyncio.sleep(1)
        print(len(await reader.readexactly(3_000_000)))
        writer.write(b"GET /delay/1 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n")
        writer.close()
        await asyncio.sleep(5)

    asyncio.run(main())
  `);
  expect(outcome).toEqual({ kind: 'exited', status: 0, error: null });
});

it('speaks TLS where that is meant: one round trip more, names and dates checked', async () => {
  const printed = await printedBy(`${FETCH}
echo = json.loads(fetch("https://api.example/a"))
print(echo["url"])
fetch("https://api.example/delay/1/status/503")
fetch("https://api.example/fail/reset")
fetch("https://api.example:9000/bytes/100000")
for host in ("expired.example", "self-signed.example", "wrong.host.example", "api.example:80"):
    fetch(f"https://{host}/")
fetch("http://api.example:443/")
`);
  expect(printed.replaceAll(/ \(_ssl\.c:\d+\)/g, '')).toBe(
    same(`
    0.150 (200, 321, 'https://api.example/a')
    https://api.example/a
    1.150 HTTP Error 503: Service Unavailable
    0.150 ConnectionResetError(104, 'Connection reset by peer')
    0.150 (200, 100000, 'https://api.example:9000/bytes/100000')
    0.100 URLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired'))
    0.100 URLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate'))
    0.100 URLError(SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'wrong.host.example'."))
    0.100 URLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number'))
    0.100 HTTP Error 400: Bad Request`),
  );
});

it('is reached by coroutines through asyncio’s own TLS, one connection for several requests', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def main():
        reader, writer = await asyncio.open_connection("api.example", 443, ssl=True)
        for number in range(2):
            writer.write(b"GET /bytes/10 HTTP/1.1\\r\\nHost: api.example\\r\\n\\r\\n")
            await reader.readuntil(b"\\r\\n\\r\\n")
            print(await reader.readexactly(10))
        writer.close()
        await writer.wait_closed()

    asyncio.run(main())
  `);
  expect(transcript).toContain('[   0.150] b');
  expect(transcript).toContain('[   0.200] b');
  expect(transcript).toContain('= exit 0');
});
