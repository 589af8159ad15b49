/**
 * Programs made at random that keep an account of their own: who cancelled whom and when, whose time
 * limit fired, who held the loop, who had a lock and who waited for one. What insights say of them
 * has to agree with it.
 */
import fc from 'fast-check';

type Action =
  | { readonly kind: 'sleep' | 'block' | 'limit'; readonly ms: number }
  | { readonly kind: 'cancel'; readonly victim: number }
  | {
      readonly kind: 'hold';
      readonly lock: 'a' | 'b';
      readonly inner: 'a' | 'b' | null;
      readonly ms: number;
    };

/** No two of a program are the same: then nothing happens at one instant by chance. */
const ms = fc.integer({ min: 11, max: 397 });
const lock = fc.constantFrom('a' as const, 'b' as const);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sleep' as const), ms }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('block' as const), ms }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('limit' as const), ms }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), victim: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('hold' as const),
      lock,
      inner: fc.option(lock),
      ms,
    }),
  },
);

/** Sources of whole programs. */
export const accountedProgram: fc.Arbitrary<string> = fc
  .array(fc.array(action, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 })
  .map(programOf);

function programOf(bodies: readonly (readonly Action[])[]): string {
  const workers = bodies.map((body, index) => workerOf(index, body));
  return `import asyncio, time

a, b = asyncio.Lock(), asyncio.Lock()
tasks = []

def now():
    return f"{time.monotonic():.3f}"

def me():
    return asyncio.current_task().get_name()

def cancel(victim):
    task = tasks[victim % len(tasks)]
    if not task.done() and task is not asyncio.current_task():
        print("cancel", task.get_name(), "by", me(), "at", now())
        task.cancel()

async def hold(name, lock):
    print("wants", name, me())
    await lock.acquire()
    print("has", name, me())

def let_go(name, lock):
    print("releases", name, me())
    lock.release()

async def limit(seconds):
    fired = None
    def fires():
        nonlocal fired
        fired = now()
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(seconds):
            # Scheduled after the limit's own timer, for the same moment.
            loop.call_later(seconds, fires)
            await asyncio.sleep(seconds * 2)
    except TimeoutError:
        await asyncio.sleep(0)
        print("limit", me(), "at", fired)

def block(seconds):
    start = now()
    time.sleep(seconds)
    print("block", me(), "from", start, "to", now())

${workers.join('\n\n')}

async def main():
    for number, worker in enumerate((${bodies.map((_, index) => `worker_${index}`).join(', ')},)):
        tasks.append(asyncio.create_task(worker(), name=f"worker {number}"))
    await asyncio.wait(tasks)

asyncio.run(main())
`;
}

function workerOf(index: number, body: readonly Action[]): string {
  const lines = body.flatMap((each, step) => linesOf(each, index * 7 + step));
  return [`async def worker_${index}():`, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** @param mark makes the times of all actions different. */
function linesOf(action: Action, mark: number): string[] {
  const seconds = 'ms' in action ? (action.ms + mark / 100) / 1000 : 0;
  switch (action.kind) {
    case 'sleep':
      return [`await asyncio.sleep(${seconds})`];
    case 'block':
      return [`block(${seconds})`];
    case 'limit':
      return [`await limit(${seconds})`];
    case 'cancel':
      return [`cancel(${action.victim})`];
    case 'hold': {
      const { lock, inner } = action;
      const within =
        inner === null
          ? [`await asyncio.sleep(${seconds})`]
          : [
              `await asyncio.sleep(${seconds})`,
              `await hold("${inner}", ${inner})`,
              `let_go("${inner}", ${inner})`,
            ];
      return [
        `await hold("${lock}", ${lock})`,
        'try:',
        ...within.map((line) => `    ${line}`),
        'finally:',
        `    let_go("${lock}", ${lock})`,
      ];
    }
  }
}
