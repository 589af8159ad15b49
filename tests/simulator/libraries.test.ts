/** What programs and libraries written for CPython on Linux count on. */
import { describe, expect, it } from 'vitest';
import { MISSING_NAMES } from '../../src/insights/ending/missing-name.ts';
import { printedBy, runPython } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

it('knows its own locks and events from others of the same name', async () => {
  const printed = await printedBy(`
    import asyncio

    class Event:
        __slots__ = "inner",
        def __init__(self):
            self.inner = asyncio.Event()
        async def wait(self):
            return await self.inner.wait()

    class Lock:
        __slots__ = "inner",
        def __init__(self):
            self.inner = asyncio.Lock()
        async def acquire(self):
            return await self.inner.acquire()

    async def main():
        event, lock = Event(), Lock()
        asyncio.get_running_loop().call_later(1, event.inner.set)
        print(await lock.acquire(), await event.wait())

    asyncio.run(main())
  `);
  expect(printed).toBe('True True');
});

describe('times that no run comes to', () => {
  it('are no obstacle: a wait for ever, and limits of years', async () => {
    const printed = await printedBy(`
      import asyncio, queue, select, signal, socket, subprocess, threading
      YEARS = 86_400 * 1_000

      async def main():
          loop = asyncio.get_running_loop()
          try:
              async with asyncio.timeout(1):
                  await asyncio.sleep(float("inf"))
          except TimeoutError:
              print("up at", loop.time())
          print(loop.call_later(float("inf"), print).when(), loop.call_at(1e12, print).when())
          print(await asyncio.wait_for(asyncio.sleep(1, "in time"), YEARS))
          async with asyncio.timeout(float("inf")):
              process = await asyncio.create_subprocess_exec("sleep", "1")
              print(await process.wait())

      asyncio.run(main())
      event, items, lock = threading.Event(), queue.SimpleQueue(), threading.Lock()
      lock.acquire()
      for after, action in ((1, event.set), (2, lambda: items.put(1)), (3, lock.release)):
          threading.Timer(after, action).start()
      print(event.wait(YEARS), items.get(timeout=YEARS), lock.acquire(timeout=YEARS))
      near, far = socket.socketpair()
      threading.Timer(1, lambda: far.send(b"x")).start()
      print(len(select.select([near], [], [], YEARS)[0]))
      near.settimeout(YEARS)
      print(near.recv(1), subprocess.run(["sleep", "1"], timeout=YEARS).returncode)
      print(signal.alarm(YEARS), signal.alarm(0) > 0)
    `);
    expect(printed.split('\n')).toEqual([
      'up at 1.0',
      'inf 1000000000000.0',
      'in time',
      '0',
      'True 1 True',
      '1',
      "b'x' 0",
      '0 True',
    ]);
  });

  it.each(['time.sleep(86_400 * 110)', 'asyncio.run(asyncio.sleep(86_400 * 110))'])(
    'end the run at its limit: %s',
    async (call) => {
      const { outcome } = await runPython(`import asyncio, time\n${call}`);
      expect(outcome).toMatchObject({ kind: 'limited', limit: 'virtual-time' });
    },
  );

  it('are no time at which a wait would end', async () => {
    const { events } = await runPython(`
      import asyncio
      asyncio.run(asyncio.sleep(float("inf")))
    `);
    const waits = events.flatMap((event) => (event.kind === 'step-ended' ? [event.waitsOn] : []));
    expect(waits[0]).toMatchObject({ call: 'sleep', untilNs: null });
  });

  it('are refused where CPython refuses them', async () => {
    const printed = await printedBy(`
      import select, threading, time
      for call in (
          lambda: time.sleep(1e10), lambda: time.sleep(10**10), lambda: time.sleep(float("nan")),
          lambda: time.sleep(-1), lambda: threading.Event().wait(1e10),
          lambda: select.poll().poll(1e10), lambda: select.epoll().poll(1e10),
      ):
          try:
              call()
          except (OverflowError, ValueError) as error:
              print(error)
    `);
    expect(printed.split('\n')).toEqual([
      'timestamp out of range for platform time_t',
      'timestamp too large to convert to C PyTime_t',
      'Invalid value NaN (not a number)',
      'sleep length must be non-negative',
      'timeout value is too large',
      'timeout is too large',
      'timestamp out of range for platform time_t',
    ]);
  });
});

it('keeps a database in a file that was not there before', async () => {
  const printed = await printedBy(`
    import os, pathlib, sqlite3
    for name in ("new.db", pathlib.Path("/tmp/new.db"), "file:/tmp/by%20uri.db?mode=rwc"):
        with sqlite3.connect(name, uri=True) as connection:
            connection.execute("pragma journal_mode=wal")
            connection.execute("create table names (name)")
            connection.execute("insert into names values ('kiosk')")
        connection.close()
        print(sqlite3.connect(name, uri=True).execute("select * from names").fetchall())
    print(os.path.exists("/tmp/by uri.db"), sqlite3.connect(":memory:") is not None)
    for name in ("no/folder.db", "file:not-there.db?mode=ro"):
        try:
            sqlite3.connect(name, uri=True).execute("select 1")
        except sqlite3.OperationalError as error:
            print(error)
    with sqlite3.connect("new.db") as connection:
        connection.execute("attach ? as other", ("attached.db",))
        connection.execute("create table other.names as select * from names")
        connection.commit()
        connection.execute("vacuum into 'copy.db'")
    for name in ("attached.db", "copy.db"):
        print(sqlite3.connect(name).execute("select * from names").fetchall())
    print(sorted(os.listdir(".")))
  `);
  expect(printed.split('\n')).toEqual([
    ...Array(3).fill("[('kiosk',)]"),
    'True True',
    ...Array(2).fill('unable to open database file'),
    ...Array(2).fill("[('kiosk',)]"),
    expect.stringMatching(/^\['attached.db', 'copy.db', 'main.py', 'new.db'/),
  ]);
});

it('finds the metadata of what lies in the program’s folder, once', async () => {
  const printed = await printedBy(`
    import os
    from importlib import metadata
    os.mkdir("kiosk-1.2.dist-info")
    with open("kiosk-1.2.dist-info/METADATA", "w") as file:
        file.write("Metadata-Version: 2.1\\nName: kiosk\\nVersion: 1.2\\n")
    print(metadata.version("kiosk"), [found.name for found in metadata.distributions()])
    try:
        metadata.version("stall")
    except metadata.PackageNotFoundError as error:
        print(repr(error))
  `);
  expect(printed).toBe("1.2 ['kiosk']\nPackageNotFoundError('stall')");
});

describe('who looks at frames', () => {
  it('sees the program’s and the library’s by way of traceback and inspect', async () => {
    const printed = await printedBy(`
      import asyncio, inspect, time, traceback

      def names():
          print([info.function for info in inspect.stack()])
          print([frame.f_code.co_name for frame, line in traceback.walk_stack(None)])

      try:
          time.sleep(-1)
      except ValueError as error:
          tb = error.__traceback__
          print([frame.f_code.co_name for frame, line in traceback.walk_tb(tb)])
          print([info.function for info in inspect.getinnerframes(tb)])
          while tb is not None:
              entry = traceback.StackSummary.extract([(tb.tb_frame, tb.tb_lineno)])[0]
              is_hidden = tb.tb_frame.f_globals.get("__tracebackhide__", False)
              print(entry.name == tb.tb_frame.f_code.co_name, is_hidden)
              tb = tb.tb_next

      names()

      async def main():
          names()

      asyncio.run(main())
    `);
    const loop =
      "'_run', '_run_once', 'run_forever', 'run_until_complete', 'run', 'run', '<module>'";
    expect(printed.split('\n')).toEqual([
      ...Array(2).fill("['<module>']"),
      'True False',
      'True True',
      ...Array(2).fill("['names', '<module>']"),
      ...Array(2).fill(`['names', 'main', ${loop}]`),
    ]);
  });

  it('is warned of a lost coroutine at a place of the program’s or the library’s', async () => {
    const { events } = await runPython(`
      import asyncio, warnings
      warnings.simplefilter("always")

      class Box:
          pass

      def lose():
          async def lost():
              pass
          box = Box()
          box.itself, box.coroutine = box, lost()

      async def main():
          for _ in range(2_000):
              lose()
              asyncio.get_running_loop().call_soon(lambda: None)
              await asyncio.sleep(0.001)

      asyncio.run(main())
    `);
    const places = events.flatMap((event) =>
      event.kind === 'output' && event.text.includes('never awaited')
        ? [event.text.split(':')[0]]
        : [],
    );
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter((place) => place?.includes('loopscope'))).toEqual([]);
  });
});

it('derives keys as RFC 6070 and OpenSSL do', async () => {
  const printed = await printedBy(`
    import hashlib
    for given in (
        ("sha1", b"password", b"salt", 1), ("sha1", b"password", b"salt", 4096),
        ("sha1", b"passwordPASSWORDpassword", b"saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, 25),
        ("sha256", bytearray(b"password"), memoryview(b"salt"), 4096),
    ):
        print(hashlib.pbkdf2_hmac(*given).hex())
    for given in (("sha256", b"", b"", 0), ("sha256", b"", b"", 1, 0), ("sha257", b"", b"", 1)):
        try:
            hashlib.pbkdf2_hmac(*given)
        except ValueError as error:
            print(error)
  `);
  expect(printed.split('\n')).toEqual([
    '0c60c80f961f0e71f3a9b524af6012062fe037a6',
    '4b007901b765489abead49d926f721d065a429c1',
    '3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038',
    'c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a',
    'iteration value must be greater than 0.',
    'key length must be greater than 0.',
    'unsupported hash type sha257',
  ]);
});

it('lets ctypes be imported, and refuses what it is for', async () => {
  const printed = await printedBy(`
    import ctypes
    from ctypes.util import find_library

    class Point(ctypes.Structure):
        _fields_ = [("x", ctypes.c_int), ("label", ctypes.c_char * 8)]

    print(find_library("c"), ctypes.POINTER(Point).__name__)
    for call in (lambda: ctypes.CDLL("libc.so.6"), lambda: ctypes.cdll.libc, Point,
                 lambda: ctypes.c_int(3), lambda: ctypes.string_at(0), lambda: ctypes.nothing):
        try:
            call()
        except (OSError, NotImplementedError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")
  `);
  const reason = 'programs here cannot reach raw memory or foreign code';
  expect(printed.split('\n')).toEqual([
    'None LP_Point',
    `OSError: libc.so.6: ${reason}`,
    `OSError: libc: ${reason}`,
    ...Array(3).fill(`NotImplementedError: ${reason}`),
    "AttributeError: module 'ctypes' has no attribute 'nothing'",
  ]);
});

it('ships the modules for servers and clients of one’s own', async () => {
  const printed = await printedBy(`
    import threading, urllib.request
    from wsgiref.simple_server import WSGIRequestHandler, make_server
    import smtplib, xmlrpc.client

    def hello(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [environ["PATH_INFO"].encode()]

    class Quiet(WSGIRequestHandler):
        def log_message(self, *args):
            pass

    with make_server("127.0.0.1", 8000, hello, handler_class=Quiet) as server:
        threading.Thread(target=server.handle_request).start()
        print(urllib.request.urlopen("http://127.0.0.1:8000/menu").read())
    print(smtplib.SMTP.__name__, xmlrpc.client.dumps((1,)).count("<int>"))
  `);
  expect(printed).toBe("b'/menu'\nSMTP 1");
});

it('knows what it does not have', async () => {
  const printed = await runPython(`
    import importlib
    missing = ${JSON.stringify(MISSING_NAMES)}
    print([f"{module}.{name}" for module, names in missing.items() for name in names
           if hasattr(importlib.import_module(module), name)])
  `);
  expect(stdoutOf(printed)).toBe('[]\n');
});
