/** Tracers, profilers and monitors that a program sets see it and the library, and nothing of ours. */
import { describe, expect, it } from 'vitest';
import { printedBy } from './run-python.ts';

const PROGRAM = `
import asyncio, sys, threading, time

def where(code):
    file = code.co_filename
    return "ours" if "_loopscope" in file else "program" if file == "main.py" else "library"

seen = {}

def see(code):
    seen.setdefault(where(code), set()).add(code.co_name)

async def work():
    lock = asyncio.Lock()
    async with lock:
        await asyncio.sleep(1)
    time.sleep(1)
    await asyncio.to_thread(time.sleep, 1)

def run():
    thread = threading.Thread(target=time.sleep, args=(1,))
    thread.start()
    thread.join()
    asyncio.run(work())
    open("notes", "w").close()

def tell():
    print(sorted(seen["program"] - {"<module>"}), {"_run_once", "acquire", "run"} <= seen["library"], "ours" in seen)
`;

describe('sees all code but ours', () => {
  it.each([
    ['a tracer', 'sys.settrace(tracer)\nthreading.settrace(tracer)\nrun()\nsys.settrace(None)'],
    [
      'a profiler',
      'sys.setprofile(tracer)\nthreading.setprofile(tracer)\nrun()\nsys.setprofile(None)',
    ],
    [
      'a monitor with every number that there is',
      `
monitoring, events = sys.monitoring, sys.monitoring.events
assert [monitoring.get_tool(number) for number in range(6)] == [None] * 6
for number in range(6):
    monitoring.use_tool_id(number, f"tool {number}")
which = events.LINE | events.PY_START | events.PY_RETURN | events.CALL | events.RAISE | events.PY_UNWIND
for event in (events.LINE, events.PY_START, events.PY_RETURN, events.CALL, events.RAISE, events.PY_UNWIND):
    monitoring.register_callback(4, event, lambda code, *_: see(code))
monitoring.set_events(4, which)
run()
monitoring.set_events(4, 0)`,
    ],
  ])('%s', async (_, use) => {
    const printed = await printedBy(`${PROGRAM}
def tracer(frame, event, argument):
    see(frame.f_code)
    return tracer
${use}
tell()
`);
    expect(printed).toBe("['run', 'work'] True False");
  });
});

it('lets them be left on', async () => {
  const printed = await printedBy(`
    import asyncio, atexit, sys

    count = 0

    def tracer(frame, event, argument):
        global count
        count += 1
        return tracer

    class Last:
        def __del__(self):
            print("last words", count > 0)

    last = Last()
    atexit.register(lambda: print("at exit"))
    sys.settrace(tracer)
    sys.setprofile(tracer)
    print(sys.gettrace() is tracer, sys.getprofile() is tracer)
    sys.monitoring.use_tool_id(4, "mine")
    sys.monitoring.set_events(4, sys.monitoring.events.LINE)

    async def main():
        await asyncio.sleep(1)

    asyncio.run(main())
  `);
  expect(printed).toBe('True True\nat exit\nlast words True');
});

it('goes on to watch a program that takes our number', async () => {
  const printed = await printedBy(`
    import sys
    monitoring = sys.monitoring
    for wrong in (monitoring.get_events, lambda number: monitoring.set_events(number, 1)):
        try:
            wrong(4)
        except ValueError as error:
            print(error)
    monitoring.free_tool_id(4)
    monitoring.use_tool_id(4, "mine")
    print(monitoring.get_tool(4), monitoring.get_tool(5), monitoring.get_events(4))
    try:
        monitoring.use_tool_id(4, "again")
    except ValueError as error:
        print(error)
  `);
  expect(printed).toBe(
    [
      ...['tool 4 is not in use', 'tool 4 is not in use'],
      ...['mine None 0', 'tool 4 is already in use'],
    ].join('\n'),
  );
});

it('tells audit hooks of what the program does, and of nothing of ours', async () => {
  const printed = await printedBy(`
    import asyncio, sys, threading, time

    told = []

    def hook(event, arguments):
        if event.startswith(("sys._getframe", "object.", "code.", "gc.")):
            told.append(event)
        if event in ("open", "time.sleep"):
            1 / 0

    async def main():
        async with asyncio.timeout(3), asyncio.Lock():
            await asyncio.create_task(asyncio.sleep(1))
        raise ValueError("in the end")

    sys.addaudithook(hook)
    for call in (lambda: open("x"), lambda: time.sleep(1), lambda: asyncio.run(main())):
        try:
            call()
        except Exception as error:
            print(repr(error))
    print(told)
    sys._getframe()
    print(told)
  `);
  expect(printed).toBe(
    [
      ...["ZeroDivisionError('division by zero')", "ZeroDivisionError('division by zero')"],
      ...["ValueError('in the end')", '[]', "['sys._getframe']"],
    ].join('\n'),
  );
});
