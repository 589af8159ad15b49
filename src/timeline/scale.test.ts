import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysisOf } from '../analysis/analysis.ts';
import { stepCount } from '../analysis/steps.ts';
import { arbitraryEvents } from '../trace/arbitrary-events.ts';
import {
  began,
  created,
  finished,
  ready,
  sleepUntil,
  slept,
  step,
  suspended,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { axisOf } from './axis.ts';
import { layoutTimeline } from './layout.ts';
import { positionOfStep, START } from './position.ts';
import { drawing, drawnInstant, drawnNs, drawnTrace, positionOn, STEP_NS } from './scale.ts';

const AT_ONCE = traceOf([
  ...created(0, 1, 'main'),
  began(0, 1),
  ...created(0, 2, 'child', 1),
  suspended(0, 1, wait({ line: 3, task: 2 })),
  began(0, 2),
  ...finished(0, 2, 'returned'),
  ready(0, 1),
  began(0, 1),
  ...finished(0, 1, 'returned'),
]);

test('what takes no time is drawn by steps: one after another, each with its width', () => {
  const { rows, end } = layoutTimeline(AT_ONCE);
  expect(end?.text).toBe(`${stepCount(AT_ONCE)} steps`);
  const spans = rows.map(({ label, shapes }) => {
    const states = shapes.flatMap((shape) =>
      shape.kind === 'span' && shape.to > shape.from ? (shape.wait ?? shape.state) : [],
    );
    return `${label}: ${states.join(', ')}`;
  });
  expect(spans).toEqual([
    'main: ready, running, awaiting, ready, running',
    'child: ready, running',
  ]);
});

test('by steps nothing is said of times', () => {
  const { rows } = layoutTimeline(AT_ONCE);
  const titles = rows.flatMap(({ shapes }) => shapes.map(({ title = '' }) => title));
  expect(titles.filter((title) => /\d\.\d{3}/.test(title))).toEqual([]);
});

test('by the clock it is drawn as before, if that is asked for', () => {
  const { end } = layoutTimeline(AT_ONCE, { scale: 'clock' });
  expect(end?.text).toBe('0.000 s');
});

test('a position lies where it is found again, on both scales', () => {
  const trace = traceOf([...created(0, 1, 'main'), ...step(0, 1, sleepUntil(2, 3))]);
  for (let index = 0; index < stepCount(trace); index += 1) {
    const position = positionOfStep(trace, index);
    expect(positionOn(trace, drawnNs(position, 'steps'), 'steps')).toEqual(position);
  }
  expect(drawnNs(START, 'steps')).toBe(0);
  expect(positionOn(trace, 0, 'steps')).toEqual(START);
  expect(drawnInstant(trace, 0, 'steps')).toBe(stepCount(trace) * STEP_NS);
});

test('an axis of steps counts them, and has no halves', () => {
  const texts = axisOf({ fromNs: 0, toNs: 3 * STEP_NS }, null, 'steps').map(({ text }) => text);
  expect(texts).toEqual(['0', '1', '2', '3']);
});

test('any trace has the same steps, and lanes of the same tasks, on both scales', () => {
  fc.assert(
    fc.property(arbitraryEvents(80), (events) => {
      const trace = traceOf(events);
      const drawn = drawnTrace(trace, 'steps');
      const tasksOf = (of: typeof trace) => analysisOf(of).lanes.flatMap(({ task }) => task || []);
      expect(stepCount(drawn)).toBe(stepCount(trace));
      expect(tasksOf(drawn)).toEqual(tasksOf(trace));
      layoutTimeline(trace, { scale: 'steps' });
    }),
    { numRuns: 200 },
  );
});

test('of a long trace, its steps are counted in slices', () => {
  const seconds = Array.from({ length: 20_000 }, (_, second) => slept(second, 1, second + 1));
  const trace = traceOf([...created(0, 1, 'main'), ...seconds]);
  const byClock = [...drawing(trace, 'clock')].length;
  const derivedAgain = [...drawing(trace, 'clock')].length;
  const bySteps = [...drawing(trace, 'steps')].length - byClock - derivedAgain;
  expect(bySteps).toBeGreaterThan(10);
});
