/** What the picture of a run shows: how everybody waits, and who has what they wait for. */
import { expect, it } from 'vitest';
import { layoutTimeline, type TimelineLayout } from '../../src/timeline/layout.ts';
import type { ResourceShape } from '../../src/timeline/resource-rows.ts';
import type { Shape } from '../../src/timeline/shapes.ts';
import { runPython } from './run-python.ts';

const picture = async (program: string) =>
  dump(layoutTimeline(await runPython(program), { scale: 'clock' }));

it('shows who waits for a slot, for time and for others, and who has the slots', async () => {
  const program = `
    import asyncio

    limit = asyncio.Semaphore(2)

    async def fetch(page):
        async with limit:
            await asyncio.sleep(1)

    async def main():
        await asyncio.gather(*map(fetch, "abc"))

    asyncio.run(main())
  `;
  expect(await picture(program)).toBe(`
main: awaiting 0-2, returned 2
fetch("a"): in-flight 0-1, returned 1
fetch("b"): in-flight 0-1, returned 1
fetch("c"): held-up 0-1, in-flight 1-2, returned 2
limit, 2 slots: "a" 0-1, "b" 0-1 below, "c" 1-2`);
});

it('draws a deadlock as lasting, with arrows from those who want to what is held', async () => {
  const program = `
    import asyncio

    async def dine(name, first, second):
        async with first:
            await asyncio.sleep(1)
            async with second:
                print(name)

    async def main():
        left, right = asyncio.Lock(), asyncio.Lock()
        await asyncio.gather(dine("ann", left, right), dine("bob", right, left))

    asyncio.run(main())
  `;
  expect(await picture(program)).toBe(`
main: awaiting 0-1.3, unfinished 1.3
dine("ann", …): in-flight 0-1, held-up 1-1.3, unfinished 1.3
dine("bob", …): in-flight 0-1, held-up 1-1.3, unfinished 1.3
left: "ann" 0-1.3
right: "bob" 0-1.3
dine("ann", …) wants right
dine("bob", …) wants left`);
});

it('draws one that comes at once on a second of standing still', async () => {
  const program = `
    import asyncio

    async def main():
        lock = asyncio.Lock()
        async with lock:
            async with lock:
                pass

    asyncio.run(main())
  `;
  expect(await picture(program)).toBe(`
main: held-up 0-1, unfinished 1
lock: main 0-1
main wants lock`);
});

it('shows a producer that waits for room, and how full the queue is', async () => {
  const program = `
    import asyncio

    async def produce(queue):
        for item in range(4):
            await queue.put(item)

    async def main():
        queue = asyncio.Queue(2)
        asyncio.create_task(produce(queue))
        for _ in range(4):
            await asyncio.sleep(1)
            await queue.get()

    asyncio.run(main())
  `;
  expect(await picture(program)).toBe(`
main: in-flight 0-1, in-flight 1-2, in-flight 2-3, in-flight 3-4, returned 4
produce: held-up 0-1, held-up 1-2, returned 2
queue, room for 2: 2 0-3, 1 3-4`);
});

it('shows work that waits for a worker of its pool, and an event that is set', async () => {
  const program = `
    import asyncio, time
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(1)

    def crunch():
        time.sleep(1)

    async def ask(ready):
        await asyncio.get_running_loop().run_in_executor(pool, crunch)
        ready.set()

    async def main():
        first, second = asyncio.Event(), asyncio.Event()
        asyncio.create_task(ask(first))
        asyncio.create_task(ask(second))
        await first.wait()
        await second.wait()

    asyncio.run(main())
  `;
  expect(await picture(program)).toBe(`
main: held-up 0-1, held-up 1-2, returned 2
ask #2: in-flight 0-1, returned 1
ThreadPoolExecutor-0_0: in-flight 0-1, in-flight 1-2, returned 2
ask #3: held-up 0-1, in-flight 1-2, returned 2
first: set 1-2
pool, 1 worker: crunch 0-1, crunch 1-2
second:`);
});

it('marks a request to stop that was caught, and not one that ended its task at once', async () => {
  const program = `
    import asyncio

    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            await asyncio.sleep(2)

    async def main():
        tasks = asyncio.create_task(stubborn()), asyncio.create_task(asyncio.sleep(5))
        await asyncio.sleep(0.5)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)

    asyncio.run(main())
  `;
  expect(await picture(program)).toBe(`
main: in-flight 0-0.5, awaiting 0.5-2.5, returned 2.5
stubborn: in-flight 0-0.5, in-flight 0.5-2.5, cancel 0.5 caught, returned 2.5
sleep: in-flight 0-0.5, cancelled 0.5`);
});

/** A row a line, with times in seconds; a place that is not the first is said to be below. */
function dump({ window, rows, resources, wants }: TimelineLayout): string {
  const at = (fraction: number) =>
    Number(((window.fromNs + fraction * (window.toNs - window.fromNs)) / 1e9).toFixed(3));
  const span = ({ from, to }: { from: number; to: number }) => `${at(from)}-${at(to)}`;
  const names = new Map(rows.map(({ lane, label }) => [lane.task, label]));
  const shape = (each: Shape): string | null => {
    switch (each.kind) {
      case 'span':
        return `${each.wait ?? each.state} ${span(each)}`;
      case 'cancel':
        return `cancel ${at(each.at)}${each.isCaught ? ' caught' : ''}`;
      case 'finish':
        return `${each.how} ${at(each.at)}`;
      case 'unfinished':
        return `unfinished ${at(each.at)}`;
      default:
        return null;
    }
  };
  const resourceShape = (each: ResourceShape, top: number): string => {
    switch (each.kind) {
      case 'hold':
        return `${each.text} ${span(each)}${each.topPx > top ? ' below' : ''}`;
      case 'level':
        return `${each.count} ${span(each)}`;
      case 'set':
        return `set ${span(each)}`;
    }
  };
  const lines = rows.map(
    ({ label, shapes }) => `${label}: ${shapes.flatMap((each) => shape(each) ?? []).join(', ')}`,
  );
  for (const { label, detail, shapes } of resources) {
    const top = Math.min(...shapes.map((each) => (each.kind === 'hold' ? each.topPx : 0)));
    const name = detail ? `${label}, ${detail}` : label;
    lines.push(`${name}: ${shapes.map((each) => resourceShape(each, top)).join(', ')}`.trimEnd());
  }
  for (const { agent, primitive } of wants) {
    const label = resources.find((row) => row.primitive === primitive)?.label;
    lines.push(`${names.get(agent)} wants ${label}`);
  }
  return `\n${lines.join('\n')}`;
}
