import { expect, it } from 'vitest';
import { created, step, traceOf, wait } from '../../trace/test-events.ts';
import { verdictOf } from '../verdict.ts';

/** Tasks that wait when nothing can run any more, each by what `waitOf` says of its number, from 1. */
function verdictOn(count: number, waitOf: (task: number) => ReturnType<typeof wait>): string {
  const tasks = Array.from({ length: count }, (_, at) => at + 1);
  const events = tasks.flatMap((task) => [...created(0, task, `t${task}`)]);
  const steps = tasks.flatMap((task) => step(0, task, waitOf(task)));
  return verdictOf(traceOf([...events, ...steps], { outcome: { kind: 'deadlocked' } })).text;
}

it('tells of a long ring how it begins and how it closes', () => {
  const text = verdictOn(1_000, (task) => wait({ line: 1, task: (task % 1_000) + 1 }));
  expect(text).toBe(
    'Deadlock at 0.000: `t1` waits for `t2`, which waits for `t3`, which waits for `t4`, and so on by way of 995 more, to `t1000`, which waits for `t1`.',
  );
});

it('says of a wait for more tasks than a trace names that they are at least so many', () => {
  const listed = Array.from({ length: 64 }, (_, at) => at + 2);
  const text = verdictOn(100, (task) =>
    task === 1 ? wait({ line: 1, call: 'gather', tasks: listed }) : wait({ line: 2, task: 1 }),
  );
  expect(text).toContain('for at least 64 tasks');
});
