import { describe, expect, test } from 'vitest';
import type { Recording, RecordingEvent } from '../trace/recording.ts';
import {
  began,
  blocked,
  changed,
  created,
  DEADLOCKED,
  finished,
  printed,
  ready,
  recordingOf,
  seen,
  sleepUntil,
  slept,
  step,
  suspended,
  wait,
  warned,
} from '../trace/test-events.ts';
import { type Check, judge } from './checks.ts';

test('the end of the program is in time, late, or no end at all', () => {
  const check: Check = { kind: 'finishes-by', seconds: 3 };
  expect(said(recordingOf([], { endedS: 3 }), check)).toBe('yes: the program ended at 3.000');
  expect(said(recordingOf([], { endedS: 4.5 }), check)).toBe(
    'no: the program ended at 4.500; the limit is 3.000',
  );
  expect(said(recordingOf([], { endedS: 1, outcome: DEADLOCKED }), check)).toBe(
    'no: the program did not end well: deadlock at 1.000',
  );
});

describe('never more than', () => {
  const two = (fromS: number): RecordingEvent[] => [
    ...created(0, 1, 'download'),
    ...created(0, 2, 'download'),
    ...step(0, 1, sleepUntil(2, 4)),
    ...slept(0, 2, fromS, 3),
    ...step(fromS, 2, sleepUntil(fromS + 2, 4)),
  ];
  const check = (limit: number): Check => ({
    kind: 'never-more-than',
    limit,
    of: { coroutine: 'download' },
  });

  test('tasks that overlap are told from when on', () => {
    const recording = recordingOf(two(1), { endedS: 3 });
    expect(said(recording, check(1))).toBe(
      'no: two `download` tasks overlapped at 0.000; the limit is 1',
    );
    expect(said(recording, check(2))).toBe('yes: never more than two `download` tasks at once');
  });

  test('a task that waits for its turn is not at it, and to take turns is not to overlap', () => {
    const recording = recordingOf([
      ...created(0, 1, 'download'),
      ...created(0, 2, 'download'),
      ...step(0, 1, sleepUntil(1, 4)),
      seen(0, 1, 'Lock', 'lock', { kind: 'lock', holder: 1 }),
      ...step(0, 2, wait({ line: 3, call: 'Lock.acquire', primitive: 1 })),
      ready(1, 1),
      began(1, 1),
      ready(1, 2, 1),
      ...finished(1, 1),
      ...slept(1, 2, 2, 4),
      ...step(2, 2, null),
    ]);
    expect(said(recording, check(1))).toBe('yes: never more than one `download` task at once');
  });

  test('holders of a semaphore are counted, but not for an instant', () => {
    const holders = (...held: number[]) =>
      ({ kind: 'semaphore', value: 3 - held.length, holders: held }) as const;
    const recording = recordingOf(
      [
        seen(0, 1, 'Semaphore', 'slots', holders(1)),
        changed(0, 1, 2, holders(1, 2)),
        changed(1, 1, 3, holders(1, 2, 3)),
        changed(1, 1, 1, holders(2, 3)),
      ],
      { endedS: 2 },
    );
    const slots = (limit: number): Check => ({
      kind: 'never-more-than',
      limit,
      of: { primitive: 'slots' },
    });
    expect(said(recording, slots(2))).toBe('yes: never more than two holders of `slots` at once');
    expect(said(recording, slots(1))).toBe(
      'no: two holders of `slots` overlapped at 0.000; the limit is 1',
    );
  });

  test('what the program does not have was not done right', () => {
    expect(said(recordingOf([]), check(1))).toBe('no: the program has no `download` task');
  });
});

test('the longest block is told, whether within the limit or not', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    began(0, 1),
    blocked(0, 1, 0.5, 3),
    blocked(0.5, 1, 2, 7),
    ...finished(2, 1),
  ]);
  const check = (seconds: number): Check => ({ kind: 'never-blocks-longer-than', seconds });
  const what = '`main` blocked the loop for 1.500 from 0.500 on, by `time.sleep` (line 7)';
  expect(said(recording, check(2))).toBe(`yes: ${what}`);
  expect(said(recording, check(0.1))).toBe(`no: ${what}; the limit is 0.100`);
  expect(said(recordingOf([]), check(0))).toBe('yes: nothing blocked the loop');
});

describe('no task left behind', () => {
  const check: Check = { kind: 'no-task-left-behind' };
  const main = created(0, 1, 'main');

  test('a task that asyncio.run had to cancel was left behind', () => {
    const recording = recordingOf([
      ...main,
      ...created(0, 2, 'log', 1),
      ...step(0, 2, sleepUntil(9, 4)),
      ...step(1, 1, null),
      ready(1, 2),
      began(1, 2),
      ...finished(1, 2, 'cancelled'),
    ]);
    expect(said(recording, check)).toBe(
      'no: `log` was left unfinished when `main` ended at 1.000: `asyncio.run` cancelled what was still waiting',
    );
  });

  test('so was one that never ended', () => {
    expect(said(recordingOf([...main, ...step(0, 1, sleepUntil(9, 4))]), check)).toBe(
      'no: `main` had not finished at the end, at 0.000',
    );
  });

  test('tasks that ended by themselves were not', () => {
    expect(said(recordingOf([...main, ...step(0, 1, null)]), check)).toBe(
      'yes: every task finished: one in all',
    );
  });
});

describe('output', () => {
  const recording = recordingOf([
    printed(0, 0, 'one \n'),
    warned(0, 'a warning\n'),
    printed(1.5, 0, 'two\n\n'),
  ]);

  test.each([
    ['one\ntwo', 'yes: the output is as expected'],
    ['one\ntoo', 'no: line 2 of the output is “two”; expected “too”'],
    ['one', 'no: line 2 of the output, “two”, is one too many'],
    ['one\ntwo\nthree', 'no: line 3 of the output, “three”, is missing'],
  ])('compared with %j', (text, verdict) => {
    expect(said(recording, { kind: 'output-is', text })).toBe(verdict);
  });

  test('of a silent program the first line is missing', () => {
    const silent = recordingOf([]);
    expect(said(silent, { kind: 'output-is', text: 'one' })).toBe(
      'no: line 1 of the output, “one”, is missing',
    );
    expect(said(silent, { kind: 'output-is', text: '' })).toBe('yes: the output is as expected');
  });

  test('a text is found, in time or late, or not at all', () => {
    const contains = (text: string, bySeconds?: number): Check => ({
      kind: 'output-contains',
      text,
      ...(bySeconds === undefined ? {} : { bySeconds }),
    });
    expect(said(recording, contains('tw'))).toBe('yes: “tw” was printed at 1.500');
    expect(said(recording, contains('tw', 1))).toBe(
      'no: “tw” was printed at 1.500; the limit is 1.000',
    );
    expect(said(recording, contains('warning'))).toBe('no: nothing printed contains “warning”');
  });
});

describe('cancels cleanly', () => {
  const check: Check = { kind: 'cancels-cleanly' };
  const cancelled = [
    ...created(0, 1, 'main'),
    ...created(0, 2, 'work', 1),
    ...step(0, 2, sleepUntil(9, 4)),
    began(1, 1),
    ready(1, 2, 1),
    suspended(1, 1, wait({ line: 8, task: 2 })),
    began(1, 2),
    ...finished(1, 2, 'cancelled'),
  ];
  const lock = (holder: number | null) => ({ kind: 'lock', holder }) as const;

  test('a task that ends as cancelled and holds nothing is clean', () => {
    expect(said(recordingOf(cancelled), check)).toBe(
      'yes: `work` was cancelled at 1.000, and left nothing behind',
    );
  });

  test('one that keeps a lock is not', () => {
    const recording = recordingOf([seen(0, 1, 'Lock', 'lock', lock(2)), ...cancelled]);
    expect(said(recording, check)).toBe(
      'no: `work` was cancelled at 1.000 and never released `lock`',
    );
  });

  test('nor is a run in which nothing was cancelled', () => {
    expect(said(recordingOf([]), check)).toBe('no: no task was cancelled');
  });
});

test('a verdict points at the time of which it speaks', () => {
  const recording = recordingOf([], { endedS: 4.5 });
  expect(judge(recording, { kind: 'finishes-by', seconds: 3 }).atNs).toBe(4.5e9);
});

function said(recording: Recording, check: Check): string {
  const { passed, message } = judge(recording, check);
  return `${passed ? 'yes' : 'no'}: ${message}`;
}
