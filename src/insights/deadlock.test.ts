import { expect, test } from 'vitest';
import type { Recording, RecordingEvent } from '../trace/recording.ts';
import {
  began,
  created,
  DEADLOCKED,
  line,
  recordingOf,
  seen,
  step,
  suspended,
  threadParked,
  threadStarted,
  wait,
} from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';
import { explanationsOf } from './explanations.ts';

const acquire = (primitive: number, at: number) =>
  wait({ line: at, call: 'Lock.acquire', primitive });
const lock = (id: number, name: string, holder: number) =>
  seen(0, id, 'Lock', name, { kind: 'lock', holder });

test('a circle of locks is told from its earliest task on', () => {
  const recording = deadlocked([
    ...created(0, 1, 'main'),
    ...step(0, 1, wait({ line: 15, call: 'gather' })),
    ...created(0, 2, 'a', 1),
    ...created(0, 3, 'b', 1),
    lock(1, 'lock_a', 2),
    lock(2, 'lock_b', 3),
    ...step(0, 2, acquire(2, 7)),
    ...step(0, 3, acquire(1, 12)),
  ]);
  expect(explanationsOf(recording)).toEqual([
    {
      kind: 'deadlock',
      text: 'Nothing can ever run again: `a` waits for `lock_b` (line 7), held by `b`, which waits for `lock_a` (line 12), held by `a`.',
      fromNs: 0,
      toNs: 0,
      agents: [2, 3],
      lines: [7, 12],
      primitives: [2, 1],
    },
  ]);
});

test('a lock taken twice is a circle of one', () => {
  const recording = deadlocked([
    ...created(0, 1, 'main'),
    lock(1, 'lock', 1),
    ...step(0, 1, acquire(1, 6)),
  ]);
  expect(dumpExplanations(recording)).toBe(`
deadlock: Nothing can ever run again: \`main\` waits for \`lock\` (line 6), which it holds itself.`);
});

test('a task that gathers its child and holds what the child needs is in a circle with it', () => {
  const recording = deadlocked([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'child', 1),
    lock(1, 'lock', 1),
    ...step(0, 1, wait({ line: 9, call: 'gather' })),
    ...step(0, 2, acquire(1, 4)),
  ]);
  expect(dumpExplanations(recording)).toBe(`
deadlock: Nothing can ever run again: \`main\` waits for \`child\` (line 9), which waits for \`lock\` (line 4), held by \`main\`.`);
});

test('each wait that nothing is left to end has its own sentence', () => {
  const queue = { kind: 'queue', maxSize: 2 } as const;
  const recording = deadlocked([
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((task) => created(0, task, `t${task}`)),
    seen(0, 1, 'Event', 'ready', { kind: 'event', isSet: false }),
    ...step(0, 1, wait({ line: 1, call: 'Event.wait', primitive: 1 })),
    ...step(0, 2, wait({ line: 1, call: 'Event.wait', primitive: 1 })),
    seen(0, 2, 'Queue', 'empty', { ...queue, size: 0, unfinished: 0 }),
    ...step(0, 3, wait({ line: 2, call: 'Queue.get', primitive: 2 })),
    seen(0, 3, 'Queue', 'full', { ...queue, size: 2, unfinished: 2 }),
    ...step(0, 4, wait({ line: 3, call: 'Queue.put', primitive: 3 })),
    ...step(0, 5, wait({ line: 4, call: 'Queue.join', primitive: 3 })),
    seen(0, 4, 'Future', 'answer', { kind: 'future', state: 'pending' }),
    ...step(0, 6, wait({ line: 5, primitive: 4 })),
    seen(0, 5, 'Barrier', 'gate', { kind: 'barrier', arrived: 2, parties: 3 }),
    ...step(0, 7, wait({ line: 6, call: 'Barrier.wait', primitive: 5 })),
    seen(0, 6, 'Condition', 'news', { kind: 'condition', holder: null }),
    ...step(0, 8, wait({ line: 7, call: 'Condition.wait', primitive: 6 })),
    lock(7, 'kept', 10),
    ...created(0, 10, 'gone'),
    ...step(0, 10, null),
    ...step(0, 9, acquire(7, 8)),
  ]);
  expect(dumpExplanations(recording)).toBe(`
deadlock: Nothing can ever run again: \`t1\` and \`t2\` wait for \`ready\` to be set (line 1), and nothing is left that could set it.
deadlock: \`t3\` waits for an item in \`empty\` (line 2), and nothing is left that could put one in.
deadlock: \`t4\` waits for room in \`full\` (line 3), which is full with two, and nothing is left that could take one out.
deadlock: \`t5\` waits for \`full\` to be worked off (line 4), and two items never got a \`task_done()\`.
deadlock: \`t6\` waits for \`answer\` to be given a result (line 5), and nothing is left that could give it one.
deadlock: \`t7\` waits at \`gate\` (line 6) for all three to come, and only two did.
deadlock: \`t8\` waits for \`news\` to be notified (line 7), and nothing is left that could notify it.
deadlock: \`t9\` waits for \`kept\` (line 8), held by \`gone\`, which ended without releasing it.`);
});

test('a thread that waits for ever is told, but not a worker with nothing to do', () => {
  const recording = deadlocked([
    ...created(0, 1, 'main'),
    began(0, 1),
    threadStarted(0, 2, 'idle worker', 1),
    threadParked(0, 2, wait()),
    threadStarted(0, 3, 'stuck', 1),
    threadParked(0, 3, wait({ line: 4, call: 'Event.wait' })),
    suspended(0, 1, wait({ line: 9, call: 'to_thread' })),
  ]);
  expect(dumpExplanations(recording)).toBe(`
deadlock: Nothing can ever run again: \`stuck\` waits in \`Event.wait\` (line 4) for something that nothing is left to bring about.`);
});

test('a task that holds the loop for ever is told', () => {
  const recording = deadlocked([...created(0, 1, 'main'), began(0, 1), line(0, 1, 6)]);
  expect(dumpExplanations(recording)).toBe(`
deadlock: Nothing can ever run again: \`main\` waits in a call that holds the loop (line 6) and never returns.`);
});

test('a loop that runs for ever with no task left says so', () => {
  expect(dumpExplanations(deadlocked([]))).toBe(`
deadlock: Nothing can ever run again: no task is left that could wake the program.`);
});

function deadlocked(events: readonly RecordingEvent[]): Recording {
  return recordingOf(events, { outcome: DEADLOCKED });
}
