import { describe, expect, test } from 'vitest';
import { explanationsOf } from './explanations.ts';
import type { Recording, RecordingEvent } from './recording.ts';
import {
  began,
  blocked,
  called,
  changed,
  created,
  cut,
  DEADLOCKED,
  finished,
  line,
  manySleepers,
  ready,
  recordingOf,
  scheduled,
  seen,
  sleepUntil,
  slept,
  step,
  suspended,
  threadParked,
  threadResumed,
  threadStarted,
  wait,
  warned,
} from './test-events.ts';

describe('blocking', () => {
  test('a blocking call is told with its line, its task, and who was late', () => {
    const recording = recordingOf([
      ...created(0, 1, 'heartbeat'),
      ...created(0, 2, 'report'),
      ...step(0, 1, sleepUntil(1.5, 4)),
      ...slept(0, 2, 1, 6),
      began(1, 2),
      blocked(1, 2, 3, 7),
      ...finished(3, 2),
      ready(3, 1),
      ...step(3, 1, null),
    ]);
    expect(explanationsOf(recording)[0]).toEqual({
      kind: 'blocked',
      text: 'From 1.000 to 3.000 the loop was blocked by `time.sleep` on line 7 in task `report`; `heartbeat` ran 1.500 s late.',
      fromNs: 1e9,
      toNs: 3e9,
      agents: [2, 1],
      lines: [7],
      primitives: [],
    });
  });

  test('the same call on the same line is told once, however many made it', () => {
    const block = (fromS: number, task: number): RecordingEvent[] => [
      began(fromS, task),
      blocked(fromS, task, fromS + 1, 7),
      ...finished(fromS + 1, task),
    ];
    const recording = recordingOf([
      ...created(0, 1, 'upload'),
      ...created(0, 2, 'upload'),
      ...created(0, 3, 'upload'),
      ...[1, 2, 3].flatMap((task) => block(task - 1, task)),
    ]);
    expect(dump(recording)).toBe(`
blocked: \`time.sleep\` on line 7 blocked the loop three times, 3.000 s in all, in \`upload #1\`, \`upload #2\` and \`upload #3\`; \`upload #3\` had to wait 2.000 s of it and \`upload #2\` 1.000 s.`);
  });

  test('computing and callbacks block as well', () => {
    const recording = recordingOf([
      ...created(0, 1, 'cruncher'),
      scheduled(0, 1, 'refresh', 0.25, 1),
      began(0, 1),
      line(0, 1, 3),
      ...finished(0.5, 1),
      ...called(0.5, 1, [blocked(0.5, 0, 1, 9, 'open')], 1),
    ]);
    expect(dump(recording)).toBe(`
blocked: From 0.000 to 0.500 the loop was blocked by computing on line 3 in task \`cruncher\`; callback \`refresh\` ran 0.250 s late.
blocked: From 0.500 to 1.000 the loop was blocked by \`open\` on line 9 in callback \`refresh\`; nothing else was ready.`);
  });

  test('of many who were late, the worst is named', () => {
    const tasks = [2, 3, 4, 5];
    const recording = recordingOf([
      ...created(0, 1, 'rude'),
      ...tasks.flatMap((task) => created(0, task, 'polite')),
      began(0, 1),
      blocked(0, 1, 2, 7),
      ...finished(2, 1),
      ...tasks.flatMap((task) => step(2, task, null)),
    ]);
    expect(dump(recording)).toContain('; four others ran late, `polite #2` by 2.000 s.');
  });
});

describe('deadlock', () => {
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
    expect(dump(recording)).toBe(`
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
    expect(dump(recording)).toBe(`
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
    expect(dump(recording)).toBe(`
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
    expect(dump(recording)).toBe(`
deadlock: Nothing can ever run again: \`stuck\` waits in \`Event.wait\` (line 4) for something that nothing is left to bring about.`);
  });

  test('a task that holds the loop for ever is told', () => {
    const recording = deadlocked([...created(0, 1, 'main'), began(0, 1), line(0, 1, 6)]);
    expect(dump(recording)).toBe(`
deadlock: Nothing can ever run again: \`main\` waits in a call that holds the loop (line 6) and never returns.`);
  });

  test('a loop that runs for ever with no task left says so', () => {
    expect(dump(deadlocked([]))).toBe(`
deadlock: Nothing can ever run again: no task is left that could wake the program.`);
  });

  function deadlocked(events: readonly RecordingEvent[]): Recording {
    return recordingOf(events, { outcome: DEADLOCKED });
  }
});

describe('warnings of CPython', () => {
  test('a coroutine that was never awaited is told with its line', () => {
    const text =
      "main.py:9: RuntimeWarning: coroutine 'save' was never awaited\n  save()\n" +
      "sys:1: RuntimeWarning: coroutine 'load' was never awaited\n";
    expect(dump(recordingOf([warned(0, text)]))).toBe(`
never-awaited: Coroutine \`save\` was called but never awaited (line 9): nothing of it ran.
never-awaited: Coroutine \`load\` was called but never awaited: nothing of it ran.`);
  });

  test('a task that died pending, and one whose exception nobody saw, are told by name', () => {
    const recording = recordingOf([
      ...created(0, 1, 'long'),
      ...created(0, 2, 'boom', 0, { name: 'bomber' }),
      ...step(0, 1, sleepUntil(100, 2)),
      began(0, 2),
      ...finished(0, 2, 'raised', 'ValueError: no'),
      warned(
        1,
        'Task was destroyed but it is pending!\n' +
          "task: <Task pending name='Task-1' coro=<long() running at main.py:2>>\n" +
          'Task exception was never retrieved\n' +
          "future: <Task finished name='bomber' coro=<boom() done> exception=ValueError('no')>\n",
      ),
    ]);
    expect(dump(recording)).toBe(`
destroyed: Task \`long\` was destroyed while it was still pending: it never finished.
never-retrieved: Task \`bomber\` failed with \`ValueError: no\` at 0.000, and nobody ever asked for its result.`);
  });
});

describe('cancellation', () => {
  const cancelled = (atS: number, task: number, by: number | null): RecordingEvent[] => [
    ready(atS, task, by),
    began(atS, task),
    ...finished(atS, task, 'cancelled'),
  ];

  test('by another task, it is told by whom and in which wait', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...created(0, 2, 'slow', 1),
      ...step(0, 1, sleepUntil(1, 9)),
      ...step(0, 2, sleepUntil(5, 4)),
      ready(1, 1),
      began(1, 1),
      ready(1, 2, 1),
      suspended(1, 1, wait({ line: 11, task: 2 })),
      began(1, 2),
      ...finished(1, 2, 'cancelled'),
    ]);
    expect(dump(recording)).toBe(`
cancelled: \`slow\` was cancelled at 1.000 by \`main\`, while waiting in \`sleep\` (line 4).`);
  });

  test('a task that cleans up for a while is told by its first cancellation', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...created(0, 2, 'tidy', 1),
      ...step(0, 2, sleepUntil(5, 4)),
      began(1, 1),
      ready(1, 2, 1),
      suspended(1, 1, wait({ line: 11, task: 2 })),
      ...slept(1, 2, 2, 6),
      began(2, 2),
      ...finished(2, 2, 'cancelled'),
    ]);
    expect(dump(recording)).toBe(`
cancelled: \`tidy\` was cancelled at 1.000 by \`main\`, while waiting in \`sleep\` (line 4).`);
  });

  test('a time limit in the task itself is a wait given up', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...step(0, 1, sleepUntil(5, 8)),
      ready(2, 1),
      ...step(2, 1, null),
    ]);
    expect(dump(recording)).toBe(`
gave-up: \`main\` gave up waiting in \`sleep\` (line 8) at 2.000, which would have lasted until 5.000: a time limit was up.`);
  });

  test('wait_for on a task gives up on that task', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...created(0, 2, 'slow', 1),
      ...step(0, 1, wait({ line: 11, call: 'wait_for', task: 2 })),
      ...step(0, 2, sleepUntil(5, 4)),
      ...cancelled(2, 2, null),
    ]);
    expect(dump(recording)).toBe(`
gave-up: \`main\` gave up waiting for \`slow\` at 2.000 (line 11), and cancelled it.`);
  });

  test('the failure of one in a group cancels the others', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...created(0, 2, 'bad', 1),
      ...created(0, 3, 'good', 1),
      ...created(0, 4, 'better', 1),
      ...step(0, 1, wait({ line: 7, call: 'TaskGroup' })),
      ...[3, 4].flatMap((task) => step(0, task, sleepUntil(5, 4))),
      ...slept(0, 2, 1, 3),
      began(1, 2),
      ...finished(1, 2, 'raised', 'ValueError: x'),
      ...[3, 4].flatMap((task) => cancelled(1, task, null)),
    ]);
    expect(dump(recording)).toBe(`
cancelled: \`good\` and \`better\` were cancelled at 1.000, because \`bad\` had failed.`);
  });

  test('what asyncio.run cancels at its end was left unfinished', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...created(0, 2, 'left', 1),
      ...step(0, 2, sleepUntil(100, 4)),
      ...step(1, 1, null),
      ...cancelled(1, 2, null),
    ]);
    expect(dump(recording)).toBe(`
left-unfinished: \`left\` was left unfinished when \`main\` ended at 1.000: \`asyncio.run\` cancelled what was still waiting.`);
  });

  test('a task that no other task cancelled was cancelled by a timer, perhaps', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...step(0, 1, sleepUntil(5, 4)),
      ...cancelled(1, 1, null),
    ]);
    expect(dump(recording)).toBe(`
cancelled: \`main\` was cancelled at 1.000, by a timer perhaps, while waiting in \`sleep\` (line 4).`);
  });

  test('a task that was cancelled before it began says so', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...created(0, 2, 'never', 1),
      began(0, 2),
      ...finished(0, 2, 'cancelled'),
    ]);
    expect(dump(recording)).toBe(`
cancelled: \`never\` was cancelled at 0.000, before it had begun.`);
  });
});

describe('waiting', () => {
  test('siblings that sleep at the same time are told what they saved', () => {
    const naps = [3, 4.5, 3.5];
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...['A', 'B', 'C'].flatMap((name, at) => created(0, at + 2, 'fetch', 1, { name })),
      ...step(0, 1, wait({ line: 9, call: 'gather' })),
      ...naps.flatMap((nap, at) => step(0, at + 2, sleepUntil(nap, 4))),
      ...[3, 3.5, 4.5].flatMap((atS, at) => {
        const task = [2, 4, 3][at] as number;
        return [ready(atS, task), ...step(atS, task, null)];
      }),
      ready(4.5, 1),
      ...step(4.5, 1, null),
    ]);
    expect(dump(recording)).toBe(`
together: \`A\`, \`B\` and \`C\` waited at the same time: 4.500 s instead of 11.000 s.`);
  });

  test('many siblings are counted', () => {
    expect(dump(manySleepers(1_000, 2))).toBe(`
together: 1,000 tasks (\`nap\`) waited at the same time: 0.200 s instead of 200.000 s.`);
  });

  test('one wait after another is told where nothing else ran', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      ...slept(0, 1, 3, 4),
      ...slept(3, 1, 7.5, 4),
      ...slept(7.5, 1, 11, 5),
      ...step(11, 1, null),
    ]);
    expect(explanationsOf(recording)).toMatchObject([
      {
        text: '`main` waited three times in a row, 11.000 s in all; nothing else ran meanwhile.',
        fromNs: 0,
        toNs: 11e9,
        lines: [4, 5],
      },
    ]);
  });

  test('tasks that were awaited one after another are told together', () => {
    const child = (fromS: number, task: number) => [
      ...created(fromS, task, 'fetch', 1),
      suspended(fromS, 1, wait({ line: 9, task })),
      ...slept(fromS, task, fromS + 1, 4),
      ...step(fromS + 1, task, null),
      ready(fromS + 1, 1, task),
      began(fromS + 1, 1),
    ];
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      began(0, 1),
      ...child(0, 2),
      ...child(1, 3),
      ...finished(2, 1),
    ]);
    expect(dump(recording)).toBe(`
in-a-row: \`fetch #2\` and \`fetch #3\` waited one after another, 2.000 s in all, and never two at the same time.`);
  });

  test('a task that only kept its rhythm when others had ended waited in no row', () => {
    const recording = recordingOf([
      ...created(0, 1, 'beat'),
      ...created(0, 2, 'other'),
      ...step(0, 1, sleepUntil(1, 4)),
      ...step(0, 2, null),
      ready(1, 1),
      ...slept(1, 1, 2, 4),
      ...slept(2, 1, 3, 4),
      ...step(3, 1, null),
    ]);
    expect(dump(recording)).toBe('\n');
  });

  test('a thread at work ends a row', () => {
    const recording = recordingOf([
      ...created(0, 1, 'main'),
      threadStarted(0, 2, 'worker', 1),
      threadParked(0, 2, wait({ line: 3, call: 'time.sleep', untilNs: 1.5e9 })),
      ...slept(0, 1, 1, 4),
      ...step(1, 1, sleepUntil(2, 5)),
      threadResumed(1.5, 2),
      ready(2, 1),
      ...step(2, 1, null),
    ]);
    expect(dump(recording)).toBe('\n');
  });
});

test('turns at a semaphore are told with the most that held it, and who waited', () => {
  const recording = recordingOf([
    ...[1, 2, 3].flatMap((task) => created(0, task, 'worker')),
    began(0, 1),
    seen(0, 1, 'Semaphore', 'slots', { kind: 'semaphore', value: 1, holders: [1] }),
    suspended(0, 1, sleepUntil(0.5, 4)),
    began(0, 2),
    changed(0, 1, 2, { kind: 'semaphore', value: 0, holders: [1, 2] }),
    suspended(0, 2, sleepUntil(2, 4)),
    ...step(0, 3, wait({ line: 3, call: 'Semaphore.acquire', primitive: 1 })),
    ready(0.5, 1),
    began(0.5, 1),
    changed(0.5, 1, 1, { kind: 'semaphore', value: 0, holders: [2] }),
    ready(0.5, 3, 1),
    ...finished(0.5, 1),
  ]);
  expect(dump(recording)).toContain(
    'sharing: Never more than two held `slots` at once: `worker #3` waited for it, 0.500 s.',
  );
});

test('a recording that was cut says from where', () => {
  expect(dump(recordingOf([cut(3.2)], { endedS: 5 }))).toBe(`
recording-cut: The recording stops at 3.200, having reached its limit: after that there is only output.`);
});

/** A sentence a line, with its kind before it. */
function dump(recording: Recording): string {
  return `\n${explanationsOf(recording)
    .map(({ kind, text }) => `${kind}: ${text}`)
    .join('\n')}`;
}
