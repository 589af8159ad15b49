import { expect, test } from 'vitest';
import { align } from '../analysis/compare/align.ts';
import { differencesOf } from '../analysis/compare/differences.ts';
import { jointSteps } from '../analysis/compare/joint-steps.ts';
import { atOnce } from '../analysis/sliced.ts';
import type { Outcome, Trace } from '../trace/schema.ts';
import {
  began,
  created,
  DEADLOCKED,
  event,
  finished,
  ready,
  slept,
  step,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { differenceWords, laterText, partingWords } from './difference-words.ts';

const main = created(0, 1, 'main', 0, { line: 20 });
const prints = (atS: number, text: string) =>
  event('output', atS, { stream: 'stdout', text: `${text}\n`, by: 1 });
const failed: Outcome = {
  kind: 'exited',
  status: 1,
  error: { type: 'ValueError', message: 'no', location: { file: 0, line: 7 } },
};

test('two runs that are the same are said to be', () => {
  const told = tell(traceOf([main, slept(0, 1, 1)]), traceOf([main, slept(0, 1, 1)]));
  expect(told.parting).toEqual(['Both runs are the same: every step, at the same time.', '', '']);
  expect(told.words).toEqual(['Output: the same']);
});

test('where the same thing happens at another time, the time is what differs', () => {
  const left = traceOf([main, slept(0, 1, 1), step(1, 1, null)]);
  const later = traceOf([main, slept(0, 1, 1.5), step(1.5, 1, null)]);
  expect(tell(left, later)).toEqual({
    parting: [
      'The first difference is a time: `main` is ready to run.',
      'at 1.000 s',
      'at 1.500 s, 500 ms later',
    ],
    words: [
      'The end: Ended (1.000 s) | Ended (1.500 s)',
      '`main`: finished at 1.000 s | finished at 1.500 s, 500 ms later',
      'Output: the same',
    ],
  });
});

test('of what is just late the first difference is told, and not that all else is just late', () => {
  const left = traceOf([main, slept(0, 1, 1), step(1, 1, null)]);
  const late = { choice: 0, what: 'timer', dueNs: 1e9, byNs: 1_000, of: 1 } as const;
  const right = traceOf([
    main,
    event('put-off', 0, late),
    slept(0, 1, 1.000001),
    step(1.000001, 1, null),
  ]);
  expect(tell(left, right)).toEqual({
    parting: [
      'The first difference is a time: `main` is ready to run.',
      'at 1.000 s',
      'at 1.000 s, 0.001 ms later',
    ],
    words: [
      'Output: the same',
      'Put off: nothing | The timer of `main`, due at 1.000, was put just behind what was due at the same instant.',
    ],
  });
});

test('an exception against none is told of the end, and of whom it came out of', () => {
  const left = traceOf([main, began(0, 1), finished(0, 1, 'returned', '42')]);
  const right = traceOf([main, began(0, 1), finished(0, 1, 'raised', 'ValueError: no')], {
    outcome: failed,
  });
  expect(tell(left, right)).toEqual({
    parting: [
      'The first difference is at 0.000 s.',
      '`main` finished with 42',
      '`main` raised ValueError: no',
    ],
    words: [
      'The end: Ended (0.000 s) | Ended by a ValueError on line 7 (0.000 s)',
      '`main`: finished with 42 at 0.000 s | raised ValueError: no at 0.000 s',
      'Output: the same',
    ],
  });
});

test('a deadlock against an end is told, and who never finished', () => {
  const locked = wait({ call: 'Lock.acquire' });
  const left = traceOf([main, step(0, 1, locked), ready(1, 1), step(1, 1, null)]);
  const right = traceOf([main, step(0, 1, locked)], { outcome: DEADLOCKED });
  const { parting, words } = tell(left, right);
  expect(parting).toEqual([
    'The first difference is at 1.000 s.',
    '`main` is ready to run',
    'nothing more happens',
  ]);
  expect(words.slice(0, 2)).toEqual([
    'The end: Ended (1.000 s) | Deadlock: nothing is left that could wake the program (0.000 s)',
    '`main`: finished at 1.000 s | never finished',
  ]);
});

test('who is in one run only is named, a few at most', () => {
  const extra = Array.from({ length: 9 }, (_, at) => created(0, at + 2, 'fetch', 1, { line: 12 }));
  const { words } = tell(traceOf([main]), traceOf([main, ...extra]));
  expect(words[0]).toBe(
    'In one run only:  | `fetch #2`, `fetch #3`, `fetch #4`, `fetch #5`, `fetch #6`, `fetch #7` and three more',
  );
});

test('lines of output in another order are told as such', () => {
  const left = traceOf([main, prints(0, 'a'), prints(0, 'b')]);
  expect(tell(left, traceOf([main, prints(0, 'b'), prints(0, 'a')]))).toEqual({
    parting: ['The first difference is at 0.000 s.', '`main` prints “a”', '`main` prints “b”'],
    words: ['Output: the same lines, in another order'],
  });
  expect(tell(left, traceOf([main, prints(0, 'a')])).words).toEqual([
    'Output: one line missing in the second',
  ]);
});

test('a length of time is told in the unit in which it is read', () => {
  expect([1_000, 7_300_000, 2.5e9].map(laterText)).toEqual([
    '0.001 ms later',
    '7.3 ms later',
    '2.500 s later',
  ]);
});

function tell(left: Trace, right: Trace) {
  const alignment = align(left, right);
  const steps = atOnce(jointSteps(left, right, alignment));
  const parting = partingWords(left, right, steps);
  const words = differenceWords(left, right, differencesOf(left, right, alignment));
  return {
    parting: [parting.lead, parting.left, parting.right],
    words: words.map(({ about, left: one, right: other }) =>
      other === null ? `${about}: ${one}` : `${about}: ${one} | ${other}`,
    ),
  };
}
