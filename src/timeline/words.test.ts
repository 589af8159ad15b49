import { expect, test } from 'vitest';
import type { Lane } from '../analysis/lanes.ts';
import { sleepUntil, wait } from '../trace/test-events.ts';
import { finishText, segmentText, timelineText } from './words.ts';

const LABELS = new Map([
  [1, 'main'],
  [2, 'fetch'],
]);

const BLOCKED = { state: 'blocked', callback: null, wait: null, location: null } as const;
const READY = {
  state: 'ready',
  fromNs: 1e9,
  toNs: 3e9,
  heldBy: null,
  isPreempted: false,
} as const;
const FINISH = {
  atNs: 2e9,
  how: 'returned',
  detail: '',
  location: null,
  origin: null,
  status: null,
  eventIndex: 0,
} as const;

test('a wait says what it is for, until when, and where', () => {
  const on = sleepUntil(1.5, 6);
  expect(
    segmentText(
      { state: 'waiting', kind: 'in-flight', fromNs: 0, toNs: 1.5e9, on, target: null },
      LABELS,
    ),
  ).toBe('0.000 s to 1.500 s: waiting in sleep until 1.500 s (line 6)');
  const child = wait({ line: 9, task: 2 });
  expect(
    segmentText(
      { state: 'waiting', kind: 'awaiting', fromNs: 0, toNs: 2e9, on: child, target: null },
      LABELS,
    ),
  ).toBe('0.000 s to 2.000 s: waiting for fetch (line 9)');
  const atLock = wait({ line: 4, call: 'Lock.acquire', primitive: 1 });
  expect(
    segmentText(
      { state: 'waiting', kind: 'held-up', fromNs: 0, toNs: 1e9, on: atLock, target: 'db' },
      LABELS,
    ),
  ).toBe('0.000 s to 1.000 s: waiting in Lock.acquire for db (line 4)');
});

test('what computes for long is told apart from a blocking call', () => {
  const block = { ...BLOCKED, fromNs: 0, toNs: 1e9, line: 3 };
  expect(segmentText({ ...block, call: 'time.sleep' }, LABELS)).toBe(
    '0.000 s to 1.000 s: blocking the loop in time.sleep (line 3)',
  );
  expect(segmentText({ ...block, call: '' }, LABELS)).toBe(
    '0.000 s to 1.000 s: computing, and keeping the loop (line 3)',
  );
});

test('a task that could run names the one that keeps it from running', () => {
  expect(segmentText({ ...READY, heldBy: 2 }, LABELS)).toBe(
    '1.000 s to 3.000 s: ready to run, but fetch holds the loop',
  );
  expect(segmentText({ ...READY, isPreempted: true }, LABELS)).toBe(
    '1.000 s to 3.000 s: ready to run, but only one thread computes at a time',
  );
});

test('an instant has one time', () => {
  expect(segmentText({ state: 'running', fromNs: 1e9, toNs: 1e9, callback: null }, LABELS)).toBe(
    'at 1.000 s: running',
  );
});

test('an end says how', () => {
  expect(finishText({ atNs: 2e9, how: 'raised', detail: 'ValueError' })).toBe(
    'at 2.000 s: raised ValueError',
  );
  expect(finishText({ atNs: 2e9, how: 'returned', detail: '' })).toBe('at 2.000 s: finished');
});

test('a timeline is told a sentence a lane', () => {
  const lane: Lane = {
    task: 1,
    kind: 'task',
    name: 'Task-1',
    label: 'main',
    coroutine: 'main',
    parent: 0,
    depth: 0,
    line: 1,
    createdNs: 0,
    segments: [
      { state: 'running', fromNs: 0, toNs: 0, callback: null },
      {
        state: 'waiting',
        kind: 'in-flight',
        fromNs: 0,
        toNs: 2e9,
        on: wait({ line: 1 }),
        target: null,
      },
    ],
    finish: { ...FINISH, how: 'cancelled' },
    lostNs: null,
    requests: [],
    output: [],
  };
  const open = { ...lane, finish: null };
  const lanes = [lane, open, { ...open, lostNs: 2e9 }];
  expect(timelineText(lanes, ['main', 'other', 'third'])).toBe(
    'main: waiting for 2.000 s, cancelled at 2.000 s. other: waiting for 2.000 s, never finished. ' +
      'third: waiting for 2.000 s, not recorded after 2.000 s.',
  );
});
