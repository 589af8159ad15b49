import { expect, it } from 'vitest';
import type { Outcome } from '../trace/schema.ts';
import { BREAKS, groupOutcomes, isBroken, type Ran, USUAL_BREAKS } from './outcomes.ts';

const EXITED: Outcome = { kind: 'exited', status: 0, error: null };

function failed(type: string, message = ''): Outcome {
  return { kind: 'exited', status: 1, error: { type, message, location: null } };
}

const ran = (output: string, outcome: Outcome = EXITED, endedNs = 0): Ran => ({
  output,
  outcome,
  endedNs,
});

it('runs that print and end alike are one outcome, whenever they were over', () => {
  const usual = ran('a\n');
  const runs = [ran('b\n'), ran('a\n', EXITED, 5), ran('a\n', EXITED, 9)];
  const groups = groupOutcomes(runs, usual, USUAL_BREAKS);
  expect(groups.map(({ runs, isUsual, isBroken }) => [runs.length, isUsual, isBroken])).toEqual([
    [2, true, false],
    [1, false, false],
  ]);
});

it('where an object lies makes no outcome of its own', () => {
  const runs = ['<Task at 0x1b2c>', '<Task at 0x99ff0>'].map((text) => ran(text));
  expect(groupOutcomes(runs, ran('<Task at 0x1>'), BREAKS)).toHaveLength(1);
});

it('an exception, an exit status and a deadlock break a program, and another output if that is asked', () => {
  const usual = ran('a\n');
  const broken = (run: Ran) => BREAKS.filter((of) => isBroken(run, usual, [of]));
  expect(broken(usual)).toEqual([]);
  expect(broken(ran('b\n'))).toEqual(['output']);
  expect(broken(ran('a\n', failed('AssertionError')))).toEqual(['exception', 'status', 'output']);
  expect(broken(ran('a\n', { kind: 'exited', status: 3, error: null }))).toEqual([
    'status',
    'output',
  ]);
  expect(broken(ran('a\n', { kind: 'deadlocked' }))).toEqual(['deadlock', 'output']);
  expect(isBroken(ran('b\n'), usual, USUAL_BREAKS)).toBe(false);
});

it('two messages of one exception are two outcomes', () => {
  const runs = [ran('', failed('ValueError', '1')), ran('', failed('ValueError', '2'))];
  expect(groupOutcomes(runs, ran(''), USUAL_BREAKS)).toHaveLength(2);
});
