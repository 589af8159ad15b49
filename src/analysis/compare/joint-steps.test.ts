import { expect, test } from 'vitest';
import type { Trace } from '../../trace/schema.ts';
import { created, event, ready, slept, step, traceOf } from '../../trace/test-events.ts';
import { atOnce } from '../sliced.ts';
import { align } from './align.ts';
import { jointSteps } from './joint-steps.ts';

const main = created(0, 1, 'main', 0, { line: 20 });
const fetching = (task: number) => created(0, task, 'fetch', 1, { line: 12 });
const joint = (left: Trace, right: Trace) => atOnce(jointSteps(left, right, align(left, right)));

test('two runs part at the first step of another kind, time or agent', () => {
  const one = [main, slept(0, 1, 1)];
  const parting = (right: Trace) => joint(traceOf(one), right).parting;
  expect(parting(traceOf(one))).toBeNull();
  expect(parting(traceOf([main, slept(0, 1, 2)]))).toMatchObject({ atNs: 1e9 });
  expect(parting(traceOf([main, fetching(2)]))).toMatchObject({ atNs: 0 });
  expect(parting(traceOf([...one, step(1, 1, null)]))).toMatchObject({ atNs: 1e9, left: null });
  expect(parting(traceOf(one, { endedS: 2 }))).toMatchObject({ left: null, right: null });
});

test('who wakes first is a difference even between tasks of the same coroutine', () => {
  const left = traceOf([main, fetching(2), fetching(3), ready(1, 2), ready(1, 3)]);
  const right = traceOf([main, fetching(2), fetching(3), ready(1, 3), ready(1, 2)]);
  expect(joint(left, right).parting).toMatchObject({ index: 3, atNs: 1e9 });
});

test('another text that is printed is a difference, where an object lies is none', () => {
  const printing = (text: string) =>
    traceOf([main, event('output', 0, { stream: 'stdout', text, by: 1 })]);
  expect(joint(printing('1 left\n'), printing('0 left\n')).parting).toMatchObject({ index: 1 });
  expect(joint(printing('<at 0x1f>\n'), printing('<at 0x2b>\n')).parting).toBeNull();
});

test('that something was put off is no step: what comes of it is', () => {
  const late = { choice: 0, what: 'timer', dueNs: 1e9, byNs: 1e6, of: 1 } as const;
  const right = traceOf([main, event('put-off', 0, late), slept(0, 1, 1.001)]);
  expect(joint(traceOf([main, slept(0, 1, 1)]), right).parting).toMatchObject({ atNs: 1e9 });
});

test('before they part both go together, and by the time of each from there', () => {
  const left = traceOf([main, ready(1, 1), ready(3, 1)]);
  const right = traceOf([main, ready(2, 1)]);
  const { left: ours, right: theirs, atNs } = joint(left, right);
  expect(Array.from(atNs, (ns, at) => [ns / 1e9, ours[at], theirs[at]])).toEqual([
    [0, 0, 0],
    [1, 1, 0],
    [2, 1, 1],
    [3, 2, 1],
  ]);
});
