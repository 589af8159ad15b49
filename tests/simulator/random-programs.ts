/** Programs made at random from sleeps, locks, queues, timeouts and cancellations. */
import fc from 'fast-check';

type Action =
  | { readonly kind: 'sleep' | 'block' | 'hold' | 'hurry'; readonly ms: number }
  | { readonly kind: 'put' | 'get' | 'say' | 'shield' }
  | { readonly kind: 'cancel'; readonly victim: number };

/** Fine enough that two tasks seldom wake at one moment by chance. */
const ms = fc.integer({ min: 10, max: 400 });
const timed = (kind: 'sleep' | 'block' | 'hold' | 'hurry') =>
  fc.record({ kind: fc.constant(kind), ms });
const plain = (kind: 'put' | 'get' | 'say' | 'shield') => fc.record({ kind: fc.constant(kind) });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: timed('sleep') },
  { weight: 2, arbitrary: timed('hold') },
  { weight: 1, arbitrary: timed('hurry') },
  { weight: 1, arbitrary: timed('block') },
  { weight: 2, arbitrary: plain('put') },
  { weight: 1, arbitrary: plain('get') },
  { weight: 2, arbitrary: plain('say') },
  { weight: 1, arbitrary: plain('shield') },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), victim: fc.nat(4) }) },
);

const tasks = fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 5,
});

/** Sources of whole programs. */
export const randomProgram: fc.Arbitrary<string> = fc
  .record({ tasks, room: fc.integer({ min: 1, max: 2 }) })
  .map(({ tasks: bodies, room }) => programOf(bodies, room));

function programOf(bodies: readonly (readonly Action[])[], room: number): string {
  const workers = bodies.map((body, index) => workerOf(index, body));
  const names = bodies.map((_, index) => `worker_${index}`);
  return `import asyncio, time

lock = asyncio.Lock()
queue = asyncio.Queue(${room})
tasks = []

${workers.join('\n\n')}

async def main():
    for worker in (${names.join(', ')},):
        tasks.append(asyncio.create_task(worker(), name=worker.__name__))
    for task, result in zip(tasks, await asyncio.gather(*tasks, return_exceptions=True)):
        print(task.get_name(), repr(result))

asyncio.run(main())
`;
}

function workerOf(index: number, body: readonly Action[]): string {
  const lines = body.flatMap((each, step) => [
    ...linesOf(each, `${index}.${step}`),
    `print("worker ${index} did ${step}")`,
  ]);
  return [
    `async def worker_${index}():`,
    ...lines.map((line) => `    ${line}`),
    `    return ${index}`,
  ].join('\n');
}

function linesOf(action: Action, label: string): string[] {
  switch (action.kind) {
    case 'sleep':
      return [`await asyncio.sleep(${action.ms / 1000})`];
    case 'block':
      return [`time.sleep(${action.ms / 1000})`];
    case 'hold':
      return ['async with lock:', `    await asyncio.sleep(${action.ms / 1000})`];
    case 'hurry':
      return [
        'try:',
        `    async with asyncio.timeout(${action.ms / 1000}):`,
        '        await queue.get()',
        'except TimeoutError:',
        `    print("${label} gave up")`,
      ];
    case 'put':
      return [`await queue.put("${label}")`];
    case 'get':
      return ['print("got", await queue.get())'];
    case 'say':
      return [`print("${label} speaks")`];
    case 'shield':
      return [
        'try:',
        '    await asyncio.sleep(0.1)',
        'finally:',
        `    print("${label} cleans up")`,
      ];
    case 'cancel':
      return [`tasks[${action.victim} % len(tasks)].cancel()`];
  }
}
