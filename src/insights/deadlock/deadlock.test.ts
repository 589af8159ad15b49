import { expect, it } from 'vitest';
import { analysisOf } from '../../analysis/analysis.ts';
import { created, step, traceOf, wait } from '../../trace/test-events.ts';
import { deadlocks } from './deadlock.ts';

/** Told each by each, so many would take longer than any test may. */
const MANY = 10_000;

/** Tasks that wait when nothing can run any more, each by what `waitOf` says of its number, from 1. */
function deadlock(waitOf: (task: number) => ReturnType<typeof wait>) {
  const tasks = Array.from({ length: MANY }, (_, at) => at + 1);
  const trace = traceOf(
    tasks.flatMap((task) => [...created(0, task, 'work'), ...step(0, task, waitOf(task))]),
    { outcome: { kind: 'deadlocked' } },
  );
  return deadlocks(analysisOf(trace))[0];
}

it('tells of many that wait each for something else, and of none as the only reason', () => {
  const strands = deadlock((task) => wait({ line: task, call: 'Event.wait' }))?.strands ?? [];
  expect(strands.length).toBe(MANY);
  expect(strands.some((strand) => strand.why === 'in-vain' && strand.isHopeless)).toBe(false);
});

it('tells of many that wait one after another that all of it is for the last', () => {
  const found = deadlock((task) =>
    task < MANY ? wait({ line: 1, task: task + 1 }) : wait({ line: 2, call: 'Event.wait' }),
  );
  expect(found?.strands).toMatchObject([{ why: 'in-vain', isHopeless: true }]);
  expect(found?.followers.length).toBe(MANY - 1);
});
