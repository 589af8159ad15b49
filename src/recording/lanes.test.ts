import { expect, test } from 'vitest';
import { type Lane, lanesOf, type Segment } from './lanes.ts';
import type { Recording, RecordingEvent, Wait } from './recording.ts';

test('a task that sleeps runs for an instant, waits, and runs again to its end', () => {
  const events = [
    ...created(0, 1, 'main'),
    ...step(0, 1, sleepUntil(1.5, 6)),
    ready(1.5, 1),
    ...step(1.5, 1, null),
  ];
  expect(dump(events)).toBe(`
main
  0.000 running
  0.000-1.500 waiting in sleep until 1.500 at line 6
  1.500 running
  1.500 returned`);
});

test('children stand under their parents, in order of creation', () => {
  const events = [
    ...created(0, 1, 'main'),
    ...created(0, 2, 'first', 1),
    ...created(0, 3, 'second', 1),
    ...created(0, 4, 'child of first', 2),
    ...created(0, 5, 'another run'),
  ];
  expect(lanesOf(recording(events)).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    '0 main',
    '1 first',
    '2 child of first',
    '1 second',
    '0 another run',
  ]);
});

test('a task is ready from its creation until its first step', () => {
  const events = [
    ...created(0, 1, 'main'),
    { kind: 'step-began', atNs: 0, task: 1 },
    ...created(0, 2, 'late', 1),
    blocked(0, 1, 2, 8),
    { kind: 'step-ended', atNs: 2e9, task: 1, waitsOn: null },
    { kind: 'task-finished', atNs: 2e9, task: 1, how: 'returned', detail: '' },
    ...step(2, 2, null),
  ] as const;
  expect(dump(events)).toBe(`
main
  0.000-2.000 blocked in time.sleep at line 8
  2.000 returned
  late
    0.000-2.000 ready, held by 1
    2.000 running
    2.000 returned`);
});

test('a timer that goes off while another task blocks leaves its task ready, not waiting', () => {
  const events = [
    ...created(0, 1, 'polite'),
    ...created(0, 2, 'rude'),
    ...step(0, 1, sleepUntil(1, 4)),
    ...step(0, 2, sleepUntil(0.5, 9)),
    ready(0.5, 2),
    { kind: 'step-began', atNs: 0.5e9, task: 2 },
    blocked(0.5, 2, 3, 10),
    { kind: 'step-ended', atNs: 3e9, task: 2, waitsOn: null },
    { kind: 'task-finished', atNs: 3e9, task: 2, how: 'returned', detail: '' },
    ready(3, 1),
    ...step(3, 1, null),
  ] as const;
  expect(dump(events)).toBe(`
polite
  0.000 running
  0.000-1.000 waiting in sleep until 1.000 at line 4
  1.000-3.000 ready, held by 2
  3.000 running
  3.000 returned
rude
  0.000 running
  0.000-0.500 waiting in sleep until 0.500 at line 9
  0.500-3.000 blocked in time.sleep at line 10
  3.000 returned`);
});

test('a step that computes before and after a blocking call keeps the three apart', () => {
  const events = [
    ...created(0, 1, 'main'),
    { kind: 'step-began', atNs: 0, task: 1 },
    blocked(0.2, 1, 1.2, 3),
    { kind: 'step-ended', atNs: 1.5e9, task: 1, waitsOn: null },
    { kind: 'task-finished', atNs: 1.5e9, task: 1, how: 'returned', detail: '42' },
  ] as const;
  expect(dump(events)).toBe(`
main
  0.000-0.200 running
  0.200-1.200 blocked in time.sleep at line 3
  1.200-1.500 running
  1.500 returned 42`);
});

test('sleep(0) puts a task back into the ready queue, not to wait', () => {
  const events = [
    ...created(0, 1, 'polite'),
    ...created(0, 2, 'busy'),
    { kind: 'step-began', atNs: 0, task: 1 },
    ready(0, 1),
    { kind: 'step-ended', atNs: 0, task: 1, waitsOn: sleepUntil(null, 2) },
    { kind: 'step-began', atNs: 0, task: 2 },
    { kind: 'step-ended', atNs: 1e9, task: 2, waitsOn: null },
    { kind: 'task-finished', atNs: 1e9, task: 2, how: 'returned', detail: '' },
    ...step(1, 1, null),
  ] as const;
  expect(dump(events)).toBe(`
polite
  0.000 running
  0.000-1.000 ready, held by 2
  1.000 running
  1.000 returned
busy
  0.000-1.000 running
  1.000 returned`);
});

test('a task still waiting when the run is over says on what, even if no time passed', () => {
  const stuck: Wait = { line: 7, call: 'Lock.acquire', task: null, primitive: null, untilNs: null };
  const events = [...created(0, 1, 'main'), ...step(0, 1, stuck)];
  expect(dump(events)).toBe(`
main
  0.000 running
  0.000 waiting in Lock.acquire at line 7
  unfinished`);
});

test('a task that awaits another waits for it, and an error is told', () => {
  const onChild: Wait = { line: 9, call: null, task: 2, primitive: null, untilNs: null };
  const events = [
    ...created(0, 1, 'main'),
    ...created(0, 2, 'child', 1),
    ...step(0, 1, onChild),
    ...step(0, 2, sleepUntil(1, 4)),
    ready(1, 2),
    { kind: 'step-began', atNs: 1e9, task: 2 },
    { kind: 'step-ended', atNs: 1e9, task: 2, waitsOn: null },
    { kind: 'task-finished', atNs: 1e9, task: 2, how: 'raised', detail: 'ValueError' },
    ready(1, 1),
    ...step(1, 1, null),
  ] as const;
  expect(dump(events)).toBe(`
main
  0.000 running
  0.000-1.000 waiting for task 2 at line 9
  1.000 running
  1.000 returned
  child
    0.000 running
    0.000-1.000 waiting in sleep until 1.000 at line 4
    1.000 running
    1.000 raised ValueError`);
});

test('output belongs to the lane that wrote it; what no task wrote has a lane of its own', () => {
  const events: RecordingEvent[] = [
    { kind: 'output', atNs: 0, stream: 'stdout', text: 'before\n', by: 0 },
    ...created(0, 1, 'main'),
    { kind: 'output', atNs: 0, stream: 'stdout', text: 'in', by: 1 },
    { kind: 'output', atNs: 0, stream: 'stdout', text: 'side\n', by: 1 },
  ];
  const lanes = lanesOf(recording(events));
  expect(lanes.map(({ task, output }) => [task, output.map(({ text }) => text)])).toEqual([
    [0, ['before']],
    [1, ['inside']],
  ]);
});

test("asyncio.run's own clean-up is left out unless it took time", () => {
  const shutdown = (task: number, endedS: number): RecordingEvent[] => [
    {
      ...base(1, task),
      kind: 'task-created',
      name: `Task-${task}`,
      coroutine: 'BaseEventLoop.shutdown_default_executor',
      parent: 0,
      line: null,
    },
    { kind: 'task-finished', ...base(endedS, task), how: 'returned', detail: '' },
  ];
  const events = [...created(0, 1, 'main'), ...shutdown(2, 1), ...shutdown(3, 2)];
  expect(lanesOf(recording(events)).map(({ task }) => task)).toEqual([1, 3]);
});

test('a recording that speaks of a task before creating it is refused', () => {
  expect(() => lanesOf(recording([ready(0, 7)]))).toThrow('task 7 before creating it');
});

function recording(events: readonly RecordingEvent[]): Recording {
  return {
    version: 1,
    program: { name: 'main.py', seed: 0 },
    events,
    outcome: { kind: 'exited', status: 0, error: null },
    endedNs: events.at(-1)?.atNs ?? 0,
  };
}

function base(atS: number, task: number) {
  return { atNs: atS * 1e9, task };
}

function created(atS: number, task: number, name: string, parent = 0): RecordingEvent[] {
  return [
    { kind: 'task-created', ...base(atS, task), name, coroutine: 'work', parent, line: 1 },
    ready(atS, task),
  ];
}

function ready(atS: number, task: number): RecordingEvent {
  return { kind: 'task-ready', ...base(atS, task), by: null };
}

/** A step that takes no time; `null` finishes the task. */
function step(atS: number, task: number, waitsOn: Wait | null): RecordingEvent[] {
  const at = base(atS, task);
  const steps: RecordingEvent[] = [
    { kind: 'step-began', ...at },
    { kind: 'step-ended', ...at, waitsOn },
  ];
  if (!waitsOn) steps.push({ kind: 'task-finished', ...at, how: 'returned', detail: '' });
  return steps;
}

function blocked(atS: number, by: number, untilS: number, line: number): RecordingEvent {
  return {
    kind: 'loop-blocked',
    atNs: untilS * 1e9,
    fromNs: atS * 1e9,
    by,
    line,
    call: 'time.sleep',
  };
}

function sleepUntil(untilS: number | null, line: number): Wait {
  return {
    line,
    call: 'sleep',
    task: null,
    primitive: null,
    untilNs: untilS === null ? null : untilS * 1e9,
  };
}

/** A lane a block, a segment a line, indented under its parent. */
function dump(events: readonly RecordingEvent[]): string {
  return `\n${lanesOf(recording(events)).map(dumpLane).join('\n')}`;
}

function dumpLane({ name, depth, segments, finish }: Lane): string {
  const rows = segments.map((segment) => `${spanText(segment)} ${stateText(segment)}`);
  rows.push(
    finish ? `${seconds(finish.atNs)} ${finish.how} ${finish.detail}`.trimEnd() : 'unfinished',
  );
  const indent = '  '.repeat(depth);
  return [`${indent}${name}`, ...rows.map((row) => `${indent}  ${row}`)].join('\n');
}

function spanText({ fromNs, toNs }: Segment): string {
  return fromNs === toNs ? seconds(fromNs) : `${seconds(fromNs)}-${seconds(toNs)}`;
}

function stateText(segment: Segment): string {
  switch (segment.state) {
    case 'running':
      return 'running';
    case 'ready':
      return segment.heldBy === null ? 'ready' : `ready, held by ${segment.heldBy}`;
    case 'blocked':
      return `blocked in ${segment.call} at line ${segment.line}`;
    case 'waiting': {
      const { call, task, untilNs, line } = segment.on;
      const on = task === null ? `in ${call}` : `for task ${task}`;
      return `waiting ${on}${untilNs === null ? '' : ` until ${seconds(untilNs)}`} at line ${line}`;
    }
  }
}

function seconds(ns: number): string {
  return (ns / 1e9).toFixed(3);
}
