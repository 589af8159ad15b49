import { expect, test } from 'vitest';
import type { Recording, RecordingEvent } from '../trace/recording.ts';
import { layoutTimeline, ROW_PX, type Shape, type TimelineLayout } from './layout.ts';

test('a run fills the width: states as spans, instants as ticks, the end as a mark', () => {
  expect(dump(layoutTimeline(RUN))).toBe(`
main
  waiting    0.00 to 1.00
  tick       0.00
  tick       1.00
  finish     1.00 returned
  A
    waiting    0.00 to 0.25
    blocked    0.25 to 0.75
    tick       0.00
    output     0.25 stdout
    finish     0.75 raised`);
});

test('a window cuts spans at its edges and leaves out what lies beyond', () => {
  const window = { fromNs: 1e9, toNs: 3e9 };
  expect(dump(layoutTimeline(RUN, { window }))).toBe(`
main
  waiting    0.00 to 1.00
  A
    waiting    0.00 to 0.00
    blocked    0.00 to 1.00
    output     0.00 stdout
    finish     1.00 raised`);
});

test('rows have a fixed height, with room for the axis below unless it is not wanted', () => {
  const { rows, heightPx } = layoutTimeline(RUN);
  expect(rows.map(({ middlePx }) => middlePx)).toEqual([ROW_PX / 2, ROW_PX * 1.5]);
  expect(heightPx).toBeGreaterThan(2 * ROW_PX);
  expect(layoutTimeline(RUN, { axis: false }).heightPx).toBe(2 * ROW_PX);
});

test('the end of the run has its exact time, and no mark is written across it', () => {
  const { axis, end } = layoutTimeline(RUN);
  expect(end).toEqual({ at: 1, text: '4.000 s' });
  expect(axis.map(({ text }) => text ?? '·').join(' ')).toBe('0.0 0.5 1.0 1.5 2.0 2.5 3.0 · ·');
  const narrow = axis.filter(({ broadOnly }) => !broadOnly);
  expect(narrow.map(({ text }) => text).join(' ')).toBe('0.0 0.5 1.0 1.5 2.0 2.5');
});

test('a lane is called by its own name, or its coroutine, or both where that is not enough', () => {
  const events = [
    ...created(1, 'Task-1', 'main'),
    ...created(2, 'A', 'fetch'),
    ...created(3, 'Task-3', 'fetch'),
    ...created(4, 'Task-4', 'fetch'),
    ...created(5, 'Task-5', '<async_generator_athrow object at 0x16f2f48>'),
  ];
  const { rows } = layoutTimeline(recording(events, 0));
  expect(rows.map(({ label }) => label)).toEqual([
    'main',
    'A',
    'fetch #3',
    'fetch #4',
    'async_generator_athrow',
  ]);
});

test('a run that took no time is drawn at the left of a second', () => {
  const { window, rows } = layoutTimeline(recording(created(1, 'Task-1', 'main'), 0));
  expect(window).toEqual({ fromNs: 0, toNs: 1e9 });
  expect(rows[0]?.shapes.map(({ kind }) => kind)).toEqual(['span', 'unfinished']);
});

const RUN = recording(
  [
    ...created(1, 'Task-1', 'main'),
    { kind: 'step-began', atNs: 0, task: 1 },
    ...created(2, 'A', 'fetch', 1),
    {
      kind: 'step-ended',
      atNs: 0,
      task: 1,
      waitsOn: { line: 9, call: null, task: 2, primitive: null, untilNs: null },
    },
    { kind: 'step-began', atNs: 0, task: 2 },
    {
      kind: 'step-ended',
      atNs: 0,
      task: 2,
      waitsOn: { line: 4, call: 'sleep', task: null, primitive: null, untilNs: 1e9 },
    },
    { kind: 'task-ready', atNs: 1e9, task: 2, by: null },
    { kind: 'step-began', atNs: 1e9, task: 2 },
    { kind: 'output', atNs: 1e9, stream: 'stdout', text: 'one\ntwo\n', by: 2 },
    { kind: 'loop-blocked', atNs: 3e9, fromNs: 1e9, by: 2, line: 6, call: 'time.sleep' },
    { kind: 'step-ended', atNs: 3e9, task: 2, waitsOn: null },
    { kind: 'task-finished', atNs: 3e9, task: 2, how: 'raised', detail: 'ValueError' },
    { kind: 'task-ready', atNs: 4e9, task: 1, by: null },
    { kind: 'step-began', atNs: 4e9, task: 1 },
    { kind: 'step-ended', atNs: 4e9, task: 1, waitsOn: null },
    { kind: 'task-finished', atNs: 4e9, task: 1, how: 'returned', detail: '' },
  ],
  4e9,
);

function created(task: number, name: string, coroutine: string, parent = 0): RecordingEvent[] {
  return [
    { kind: 'task-created', atNs: 0, task, name, coroutine, parent, line: 1 },
    { kind: 'task-ready', atNs: 0, task, by: null },
  ];
}

function recording(events: readonly RecordingEvent[], endedNs: number): Recording {
  return {
    version: 1,
    program: { name: 'main.py', seed: 0 },
    events,
    outcome: { kind: 'exited', status: 0, error: null },
    endedNs,
  };
}

/** A lane a block, a shape a line, with positions as fractions of the width. */
function dump({ rows }: TimelineLayout): string {
  const lines = rows.flatMap(({ label, depth, shapes }) => {
    const indent = '  '.repeat(depth);
    return [`${indent}${label}`, ...shapes.map((shape) => `${indent}  ${shapeText(shape)}`)];
  });
  return `\n${lines.join('\n')}`;
}

function shapeText(shape: Shape): string {
  if (shape.kind === 'span') {
    return `${shape.state.padEnd(10)} ${shape.from.toFixed(2)} to ${shape.to.toFixed(2)}`;
  }
  const detail = shape.kind === 'finish' ? shape.how : shape.kind === 'output' ? shape.stream : '';
  return `${shape.kind.padEnd(10)} ${shape.at.toFixed(2)} ${detail}`.trimEnd();
}
