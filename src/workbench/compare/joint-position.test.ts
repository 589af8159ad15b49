import { expect, test } from 'vitest';
import { align } from '../../analysis/compare/align.ts';
import { jointSteps } from '../../analysis/compare/joint-steps.ts';
import { atOnce } from '../../analysis/sliced.ts';
import { created, ready, traceOf } from '../../trace/test-events.ts';
import {
  isJointEnd,
  JOINT_START,
  type JointPosition,
  jointAt,
  jointMoved,
  jointOf,
  partingPosition,
  positionIn,
} from './joint-position.ts';

const main = created(0, 1, 'main');
const left = traceOf([main, ready(1, 1), ready(3, 1)]);
const right = traceOf([main, ready(2, 1)]);
const run = { left, right, steps: atOnce(jointSteps(left, right, align(left, right))) };
const at = (position: JointPosition) =>
  (['left', 'right'] as const).map((side) => {
    const { step, atNs } = positionIn(run, side, position);
    return `${step} at ${atNs / 1e9}`;
  });

test('both playheads stand at the same time, and one stays where its run is over', () => {
  expect(at(JOINT_START)).toEqual(['-1 at 0', '-1 at 0']);
  expect(at(jointAt(run, 1.5e9))).toEqual(['1 at 1.5', '0 at 1.5']);
  expect(at(jointAt(run, 9e9))).toEqual(['2 at 3', '1 at 2']);
  expect(isJointEnd(run, jointAt(run, 9e9))).toBe(true);
});

test('the first difference is where something has happened in one run only', () => {
  expect(at(partingPosition(run))).toEqual(['1 at 1', '0 at 1']);
});

test('a step forward is the next one of either, and a step back undoes it', () => {
  const visited: JointPosition[] = [JOINT_START];
  for (let next = JOINT_START; !isJointEnd(run, next); ) {
    next = jointMoved(run, next, 'forward');
    visited.push(next);
  }
  expect(visited.map(at)).toEqual([
    ['-1 at 0', '-1 at 0'],
    ['0 at 0', '0 at 0'],
    ['1 at 1', '0 at 1'],
    ['1 at 2', '1 at 2'],
    ['2 at 3', '1 at 2'],
  ]);
  let back = visited.at(-1) ?? JOINT_START;
  for (const expected of visited.toReversed()) {
    expect(at(back)).toEqual(at(expected));
    back = jointMoved(run, back, 'back');
  }
});

test('instants are gone through forwards and back', () => {
  const second = jointMoved(run, jointAt(run, 0), 'time-forward');
  expect(at(second)).toEqual(['1 at 1', '0 at 1']);
  expect(at(jointMoved(run, second, 'time-back'))).toEqual(['0 at 0', '0 at 0']);
});

test('where one of them is put, the other goes along', () => {
  expect(at(jointOf(run, 'right', { step: 1, atNs: 2e9 }))).toEqual(['1 at 2', '1 at 2']);
  expect(at(jointOf(run, 'left', { step: 2, atNs: 3e9 }))).toEqual(['2 at 3', '1 at 2']);
  expect(at(jointOf(run, 'left', { step: -1, atNs: 0 }))).toEqual(['-1 at 0', '-1 at 0']);
});
