import { expect, test } from 'vitest';
import type { TraceEvent } from '../../trace/schema.ts';
import {
  began,
  created,
  event,
  finished,
  loopBegan,
  on,
  processEnded,
  processStarted,
  step,
  threadStarted,
  traceOf,
} from '../../trace/test-events.ts';
import { analysisOf } from '../analysis.ts';
import type { Agent } from './agents.ts';

function agentsOf(...events: (TraceEvent | readonly TraceEvent[])[]): readonly Agent[] {
  return [...analysisOf(traceOf(events)).agents.values()].slice(1);
}

test('tasks are called by their names, else by their arguments or numbers where they are alike', () => {
  const agents = agentsOf(
    created(0, 1, 'main'),
    created(0, 2, 'main.<locals>.fetch', 1, { args: '"kiosk", 1' }),
    created(0, 3, 'main.<locals>.fetch', 1, { args: '"shop", 2' }),
    created(0, 4, 'main.<locals>.fetch', 1, { name: 'slow', args: '"far", 3' }),
    created(0, 5, 'save', 1, { args: '1' }),
    created(0, 6, 'save', 1, { args: '1' }),
  );
  expect(agents.map(({ label }) => label)).toEqual([
    'main',
    'fetch("kiosk", 1)',
    'fetch("shop", 2)',
    'slow',
    'save #5',
    'save #6',
  ]);
});

test('a key says where and as which a task was made, and by whom', () => {
  const agents = agentsOf(
    event('file-seen', 0, { file: 1, name: 'shop.py', source: null }),
    created(0, 1, 'main', 0, { line: 20 }),
    created(0, 2, 'fetch', 1, { line: 12 }),
    created(0, 3, 'fetch', 1, { line: 12 }),
    created(0, 4, 'save', 3, { line: 30 }).map((each) =>
      each.kind === 'task-created' ? { ...each, location: { file: 1, line: 5 } } : each,
    ),
  );
  expect(agents.map(({ key }) => key)).toEqual([
    'program / main.py:20 main #1',
    'program / main.py:20 main #1 / main.py:12 fetch #1',
    'program / main.py:20 main #1 / main.py:12 fetch #2',
    'program / main.py:20 main #1 / main.py:12 fetch #2 / shop.py:5 save #1',
  ]);
  expect(agents.map(({ line }) => line)).toEqual([20, 12, 12, null]);
});

test('the keys of a long chain of tasks stay short and different', () => {
  const chain = Array.from({ length: 200 }, (_, index) => created(0, index + 1, 'next', index));
  const keys = agentsOf(...chain).map(({ key }) => key);
  expect(new Set(keys).size).toBe(200);
  expect(Math.max(...keys.map(({ length }) => length))).toBeLessThan(200);
});

test('a task belongs to the loop and the thread that ran its first step, whoever made it', () => {
  const [, other] = agentsOf(
    loopBegan(0, 1),
    threadStarted(0, 1, 'other loop', 0),
    on(1, null, [loopBegan(0, 2)]),
    created(0, 2, 'sent over'),
    on(1, 2, [step(0, 2, null)]),
  );
  expect(other).toMatchObject({ thread: 1, loop: 2, parent: 0, slices: 1 });
});

test('a child process is an agent, and its end has a status', () => {
  const [well, badly, killed] = agentsOf(
    processStarted(0, 1, 'echo hi', 0),
    processStarted(0, 2, `python -c ${'x'.repeat(100)}`, 0),
    processStarted(0, 3, 'sleep 9', 0),
    processEnded(1, 1),
    processEnded(1, 2, 3),
    processEnded(1, 3, -15),
  );
  expect(well).toMatchObject({ kind: 'process', label: 'echo hi', thread: 1 });
  expect(badly?.label).toHaveLength(48);
  expect([well, badly, killed].map((each) => each?.finish?.detail)).toEqual([
    '',
    'exit status 3',
    'signal 15',
  ]);
});

test('how a task ended is told with where, and out of which task it came', () => {
  const [, main] = agentsOf(
    created(0, 1, 'fetch'),
    created(0, 2, 'main'),
    began(1, 2),
    ...finished(1, 2, 'raised', 'ValueError: no', { line: 7, origin: 1 }),
  );
  expect(main?.finish).toMatchObject({ how: 'raised', location: { line: 7 }, origin: 1 });
});
