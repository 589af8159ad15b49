import { expect, test } from 'vitest';
import {
  began,
  blocked,
  created,
  finished,
  printed,
  ready,
  sleepUntil,
  slept,
  step,
  suspended,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { layoutTimeline, ROW_PX, type TimelineLayout } from './layout.ts';
import type { Shape } from './shapes.ts';

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

test('of more slices than a picture has room for, it says how much of the time they took', () => {
  const seconds = Array.from({ length: 3_000 }, (_, second) => slept(second, 1, second + 1));
  const trace = traceOf([...created(0, 1, 'main'), ...seconds]);
  const shapes = layoutTimeline(trace).rows.flatMap((row) => row.shapes);
  expect(shapes.length).toBeLessThan(300);
  expect(shapes.map(({ kind }) => kind)).toContain('share');
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

test('on a narrow picture every second mark is left out where their texts are long', () => {
  const { axis } = layoutTimeline(traceOf([created(0, 1, 'main'), ...slept(0, 1, 0.006)]));
  const narrow = axis.filter(({ broadOnly }) => !broadOnly);
  expect(narrow.map(({ text }) => text).join(' ')).toBe('0.000 0.002');
});

test('a lane is called by its own name, or its coroutine, or both where that is not enough', () => {
  const { rows } = layoutTimeline(
    traceOf([
      created(0, 1, 'main'),
      created(0, 2, 'fetch', 0, { name: 'A' }),
      created(0, 3, 'fetch'),
      created(0, 4, 'fetch'),
      created(0, 5, '<async_generator_athrow object at 0x16f2f48>'),
    ]),
  );
  expect(rows.map(({ label }) => label)).toEqual([
    'main',
    'A',
    'fetch #3',
    'fetch #4',
    'async_generator_athrow',
  ]);
});

test('by the clock, a run that took no time is drawn at the left of a second', () => {
  const { window, rows } = layoutTimeline(traceOf([created(0, 1, 'main')]), { scale: 'clock' });
  expect(window).toEqual({ fromNs: 0, toNs: 1e9 });
  expect(rows[0]?.shapes.map(({ kind }) => kind)).toEqual(['span', 'unfinished']);
});

const RUN = traceOf([
  ...created(0, 1, 'main'),
  began(0, 1),
  ...created(0, 2, 'fetch', 1, { name: 'A' }),
  suspended(0, 1, wait({ line: 9, task: 2 })),
  ...step(0, 2, sleepUntil(1, 4)),
  ready(1, 2),
  began(1, 2),
  printed(1, 2, 'one\ntwo\n'),
  ...blocked(1, 2, 3, 6),
  ...finished(3, 2, 'raised', 'ValueError'),
  ready(4, 1),
  ...step(4, 1, null),
]);

/** A lane a block, a shape a line, with positions as fractions of the width. */
function dump({ rows }: TimelineLayout): string {
  const lines = rows.flatMap(({ label, depth, shapes }) => {
    const indent = '  '.repeat(depth);
    return [`${indent}${label}`, ...shapes.map((shape) => `${indent}  ${shapeText(shape)}`)];
  });
  return `\n${lines.join('\n')}`;
}

function shapeText(shape: Shape): string {
  if (shape.kind === 'span' || shape.kind === 'share') {
    return `${shape.state.padEnd(10)} ${shape.from.toFixed(2)} to ${shape.to.toFixed(2)}`;
  }
  const detail = shape.kind === 'finish' ? shape.how : shape.kind === 'output' ? shape.stream : '';
  return `${shape.kind.padEnd(10)} ${shape.at.toFixed(2)} ${detail}`.trimEnd();
}
