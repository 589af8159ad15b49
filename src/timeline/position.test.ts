import { expect, test } from 'vitest';
import { created, printed, slept, step, traceOf } from '../trace/test-events.ts';
import {
  endOf,
  isEnd,
  nearestPosition,
  type Position,
  positionAt,
  START,
  stepBack,
  stepForward,
  timeBack,
  timeForward,
} from './position.ts';

/** Steps: 0 created, 1 began, 2 suspended, all at 0; 3 woken, 4 began, 5 finished, at 2; 6 at 3. */
const TRACE = traceOf(
  [...created(0, 1, 'main'), ...slept(0, 1, 2), ...step(2, 1, null), printed(3, 0, 'over\n')],
  { endedS: 4 },
);

const text = ({ step, atNs }: Position) => `step ${step} at ${atNs / 1e9}`;

test('a time is after all that happened at it', () => {
  expect(text(positionAt(TRACE, 0))).toBe('step 2 at 0');
  expect(text(positionAt(TRACE, 1e9))).toBe('step 2 at 1');
  expect(text(positionAt(TRACE, 9e9))).toBe('step 6 at 4');
});

test('steps go one by one, back as forward, and stop at both ends', () => {
  expect(text(stepForward(TRACE, START))).toBe('step 0 at 0');
  expect(text(stepForward(TRACE, { step: 2, atNs: 0 }))).toBe('step 3 at 2');
  expect(text(stepForward(TRACE, { step: 6, atNs: 3e9 }))).toBe('step 6 at 4');
  expect(text(stepBack(TRACE, { step: 3, atNs: 2e9 }))).toBe('step 2 at 0');
  expect(text(stepBack(TRACE, { step: 0, atNs: 0 }))).toBe('step -1 at 0');
  expect(text(stepBack(TRACE, START))).toBe('step -1 at 0');
});

test('back from between two steps is back to the moment of the earlier one', () => {
  expect(text(stepBack(TRACE, { step: 2, atNs: 1e9 }))).toBe('step 2 at 0');
});

test('by time goes to where something happens next, and to where it last did', () => {
  expect(text(timeForward(TRACE, START))).toBe('step 2 at 0');
  expect(text(timeForward(TRACE, { step: 2, atNs: 0 }))).toBe('step 5 at 2');
  expect(text(timeForward(TRACE, { step: 5, atNs: 2e9 }))).toBe('step 6 at 3');
  expect(text(timeForward(TRACE, { step: 6, atNs: 3e9 }))).toBe('step 6 at 4');
  expect(text(timeBack(TRACE, { step: 5, atNs: 2e9 }))).toBe('step 2 at 0');
  expect(text(timeBack(TRACE, { step: 2, atNs: 0 }))).toBe('step -1 at 0');
});

test('a position from elsewhere is taken to the nearest that the run has', () => {
  expect(text(nearestPosition(TRACE, { step: 3, atNs: 2e9 }))).toBe('step 3 at 2');
  expect(text(nearestPosition(TRACE, { step: 2, atNs: 1e9 }))).toBe('step 2 at 1');
  expect(text(nearestPosition(TRACE, { step: 2, atNs: 9e9 }))).toBe('step 2 at 2');
  expect(text(nearestPosition(TRACE, { step: 99, atNs: 99e9 }))).toBe('step 6 at 4');
  expect(text(nearestPosition(TRACE, { step: -1, atNs: 5 }))).toBe('step -1 at 0');
});

test('the end is the last step and the last instant', () => {
  expect(isEnd(TRACE, endOf(TRACE))).toBe(true);
  expect(isEnd(TRACE, { step: 6, atNs: 3e9 })).toBe(false);
});
