/** What can be demanded of a program, asked of real runs. */
import { describe, expect, test } from 'vitest';
import { type Check, judge } from '../../src/insights/checks.ts';
import { runPython } from '../simulator/run-python.ts';

test('the end of the program is in time, late, or no end at all', async () => {
  const check: Check = { kind: 'finishes-by', seconds: 3 };
  const sleeps = (seconds: number) => `import time\ntime.sleep(${seconds})\n`;
  expect(await said(sleeps(3), check)).toBe('yes: the program ended at 3.000');
  expect(await said(sleeps(4.5), check)).toBe('no: the program ended at 4.500; the limit is 3.000');
  expect(await said(waitingFor('asyncio.Event().wait()'), check)).toBe(
    'no: the program did not end well: deadlock at 1.000',
  );
});

describe('never more than', () => {
  const downloads = `
    import asyncio
    slots = asyncio.Semaphore(2)
    async def download():
        async with slots:
            await asyncio.sleep(1)
    async def main():
        await asyncio.gather(*(download() for _ in range(4)))
    asyncio.run(main())
  `;

  test.each([
    [1, 'no: two `download` tasks overlapped at 0.000; the limit is 1'],
    [2, 'yes: never more than two `download` tasks at once'],
  ])(
    'tasks that overlap are told; those that wait for their turn are not at it (%i)',
    async (limit, words) => {
      expect(
        await said(downloads, { kind: 'never-more-than', limit, of: { coroutine: 'download' } }),
      ).toBe(words);
    },
  );

  test.each([
    [1, 'no: two holders of `slots` overlapped at 0.000; the limit is 1'],
    [2, 'yes: never more than two holders of `slots` at once'],
  ])('holders of a semaphore are counted (%i)', async (limit, words) => {
    expect(
      await said(downloads, { kind: 'never-more-than', limit, of: { primitive: 'slots' } }),
    ).toBe(words);
  });

  test('whoever awaits the coroutine itself is at it as well', async () => {
    const workers = `
      import asyncio
      async def download():
          await asyncio.sleep(1)
      async def worker():
          await asyncio.sleep(1)
          await download()
      async def main():
          await asyncio.gather(worker(), worker(), worker())
      asyncio.run(main())
    `;
    const trace = await runPython(workers);
    const of = { coroutine: 'download' };
    expect(judge(trace, { kind: 'never-more-than', limit: 2, of }).message).toBe(
      'three `download` tasks overlapped at 1.000; the limit is 2',
    );
    expect(judge(trace, { kind: 'never-more-than', limit: 2, of: { open: 'tasks' } }).message).toBe(
      'three unfinished tasks overlapped at 0.000; the limit is 2',
    );
  });

  test('what the program does not have was not done right', async () => {
    const of = { coroutine: 'upload' };
    expect(await said(downloads, { kind: 'never-more-than', limit: 1, of })).toBe(
      'no: the program has no `upload` task',
    );
  });
});

test('the longest block is told, whether within the limit or not', async () => {
  const source = `
    import asyncio, time
    async def main():
        time.sleep(0.5)
        time.sleep(1.5)
    asyncio.run(main())
  `;
  const check = (seconds: number): Check => ({ kind: 'never-blocks-longer-than', seconds });
  const what = '`main` blocked the loop for 1.500 from 0.500 on, by `time.sleep` on line 4';
  expect(await said(source, check(2))).toBe(`yes: ${what}`);
  expect(await said(source, check(0.1))).toBe(`no: ${what}; the limit is 0.100`);
  expect(await said('print(1)', check(0))).toBe('yes: nothing blocked the loop');
});

describe('no task left behind', () => {
  const check: Check = { kind: 'no-task-left-behind' };

  test('a task that asyncio.run had to cancel was left behind', async () => {
    const source = `
      import asyncio
      async def log():
          await asyncio.sleep(9)
      async def main():
          asyncio.create_task(log())
          await asyncio.sleep(1)
      asyncio.run(main())
    `;
    expect(await said(source, check)).toBe(
      'no: `log` was left unfinished when `main` ended at 1.000, while it waited in `sleep` on line 3: `asyncio.run` cancels what is still there',
    );
  });

  test('so was one that never ended', async () => {
    expect(await said(waitingFor('asyncio.Event().wait()'), check)).toMatch(
      /^no: Nothing can ever run again: `main` waits on line 4/,
    );
  });

  test('tasks that ended by themselves were not', async () => {
    expect(await said(waitingFor('asyncio.sleep(1)'), check)).toBe(
      'yes: every task finished: one in all',
    );
    expect(await said('print(1)', check)).toBe('yes: there was no task to finish');
  });

  test('what the program writes to stderr is not held against it', async () => {
    const source = `
      import sys
      print("Task was destroyed but it is pending!", file=sys.stderr)
    `;
    expect(await said(source, check)).toBe('yes: there was no task to finish');
  });
});

describe('output', () => {
  const source = `
    import sys, time
    print("one ")
    print("a warning", file=sys.stderr)
    time.sleep(1.5)
    print("two\\n")
  `;

  test.each([
    ['one\ntwo', 'yes: the output is as expected'],
    ['one\ntoo', 'no: line 2 of the output is “two”; expected “too”'],
    ['one', 'no: line 2 of the output, “two”, is one too many'],
    ['one\ntwo\nthree', 'no: line 3 of the output, “three”, is missing'],
  ])('compared with %j', async (text, words) => {
    expect(await said(source, { kind: 'output-is', text })).toBe(words);
  });

  test('of a silent program the first line is missing', async () => {
    expect(await said('pass', { kind: 'output-is', text: 'one' })).toBe(
      'no: line 1 of the output, “one”, is missing',
    );
    expect(await said('pass', { kind: 'output-is', text: '' })).toBe(
      'yes: the output is as expected',
    );
  });

  test.each([
    [{ text: 'tw' }, 'yes: “tw” was printed at 1.500'],
    [{ text: 'tw', bySeconds: 1 }, 'no: “tw” was printed at 1.500; the limit is 1.000'],
    [{ text: 'warning' }, 'no: nothing printed contains “warning”'],
    [{ text: 'tw', fromSeconds: 2 }, 'no: “tw” was printed at 1.500; that is before 2.000'],
  ])('a text is found, in time or late, or not at all (%j)', async (demand, words) => {
    expect(await said(source, { kind: 'output-contains', ...demand })).toBe(words);
  });
});

test('the last line, and the time of each, can be demanded', async () => {
  const trace = await runPython(`
    import time
    print("one")
    print("two")
    time.sleep(1.5)
    print("three\\n")
  `);
  const said = (check: Check) => judge(trace, check).message;
  const printsAt = (...lines: string[]) => said({ kind: 'prints-at', text: lines.join('\n') });
  expect(said({ kind: 'output-ends-with', text: 'three' })).toBe(
    '“three” is the last line of the output',
  );
  expect(said({ kind: 'output-ends-with', text: 'two' })).toBe(
    'the last line of the output is “three”; expected “two”',
  );
  expect(printsAt('0.000 two', '0.000 one', '1.500 three')).toBe(
    'the output and its times are as expected',
  );
  expect(printsAt('0.000 one', '0.000 two', '1.000 three')).toBe(
    '“three” was printed at 1.500; expected at 1.000',
  );
  expect(printsAt('0.000 one', '0.000 too', '1.500 three')).toBe(
    'line 2 of the output is “two”; expected “too”',
  );
  expect(printsAt('0.000 one', '0.000 two')).toBe('line 3 of the output, “three”, is one too many');
  expect(() => printsAt('one')).toThrow('expected seconds and a line');
});

test('a task that swallows its cancellation is told from one that lets it out', async () => {
  const stopping = (work: string) => `
    import asyncio
    async def work():
        ${work}
    async def main():
        task = asyncio.create_task(work())
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
    asyncio.run(main())
  `;
  const check: Check = { kind: 'lets-cancellation-through' };
  const swallowing = `
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            pass`;
  expect(await said(stopping(swallowing), check)).toBe(
    'no: `work` was cancelled at 1.000, and let no CancelledError out',
  );
  expect(await said(stopping('await asyncio.sleep(9)'), check)).toBe(
    'yes: every cancelled task ended cancelled',
  );
  expect(await said('pass', check)).toBe('yes: no task was cancelled');
});

describe('cancels cleanly', () => {
  const check: Check = { kind: 'cancels-cleanly' };
  const cancelling = (work: string) => `
    import asyncio
    lock = asyncio.Lock()
    async def work():
        ${work}
        await asyncio.sleep(9)
    async def main():
        task = asyncio.create_task(work())
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
    asyncio.run(main())
  `;

  test('a task that ends as cancelled and holds nothing is clean', async () => {
    expect(await said(cancelling('pass'), check)).toBe(
      'yes: `work` was cancelled at 1.000, and left nothing behind',
    );
  });

  test('one that keeps a lock is not', async () => {
    expect(await said(cancelling('await lock.acquire()'), check)).toBe(
      'no: `work` was cancelled at 1.000 and never released `lock`',
    );
  });

  test('what a task group interrupts in its own block counts as cancelled', async () => {
    const interrupted = `
      import asyncio
      async def fail():
          raise ValueError
      async def main():
          try:
              async with asyncio.TaskGroup() as group:
                  group.create_task(fail())
                  await asyncio.sleep(9)
          except* ValueError:
              pass
      asyncio.run(main())
    `;
    expect(await said(interrupted, check)).toBe(
      'yes: `main` was cancelled at 0.000, and left nothing behind',
    );
  });

  test('nor is a run in which nothing was cancelled', async () => {
    expect(await said('pass', check)).toBe('no: no task was cancelled');
  });
});

test('a verdict points at the time of which it speaks', async () => {
  const trace = await runPython('import time\ntime.sleep(4.5)\n');
  expect(judge(trace, { kind: 'finishes-by', seconds: 3 }).atNs).toBe(4.5e9);
});

function waitingFor(what: string): string {
  return `
    import asyncio
    async def main():
        await asyncio.sleep(1)
        await ${what}
    asyncio.run(main())
  `;
}

async function said(source: string, check: Check): Promise<string> {
  const { passed, message } = judge(await runPython(source), check);
  return `${passed ? 'yes' : 'no'}: ${message}`;
}
