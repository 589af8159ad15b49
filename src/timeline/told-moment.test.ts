import { expect, it } from 'vitest';
import {
  began,
  changed,
  created,
  finished,
  line,
  printed,
  ready,
  seen,
  suspended,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { momentSpot } from './moment-spot.ts';
import { type MomentSelector, toldMoment } from './told-moment.ts';

const FREE = { kind: 'lock', holder: null } as const;

/** Ann has the lock from 0 to 2 while she sleeps at line 5; Ben waits for it at line 4. */
const TRACE = traceOf([
  ...created(0, 1, 'guest', 0, { args: '"Ann"' }),
  ...created(0, 2, 'guest', 0, { args: '"Ben"' }),
  began(0, 1),
  seen(0, 1, 'Lock', 'shower', FREE, 1),
  changed(0, 1, 1, { kind: 'lock', holder: 1 }),
  line(0, 1, 5),
  suspended(0, 1, wait({ call: 'sleep', untilNs: 2e9, line: 5 })),
  began(0, 2),
  suspended(0, 2, wait({ call: 'Lock.acquire', primitive: 1, line: 4 })),
  ready(2, 1),
  began(2, 1),
  printed(2, 1, 'Ann is done\n'),
  changed(2, 1, 1, FREE),
  ready(2, 2, 1),
  finished(2, 1),
  began(2, 2),
  line(2, 2, 5),
  printed(2, 2, 'Ben is done\n'),
  finished(2, 2),
]);

const found = (selector: MomentSelector) => toldMoment(TRACE, selector, '<At>');
const shown = (selector: MomentSelector) => {
  const { position, agent, primitive, line } = found(selector);
  return `step ${position.step} at ${position.atNs / 1e9}, ${agent}, ${primitive}, line ${line}`;
};
const message = (selector: MomentSelector) => {
  try {
    return shown(selector);
  } catch (error) {
    return (error as Error).message;
  }
};

it('finds an instant, after all that happened at it, and the line at which a task then stands', () => {
  expect(shown({ time: '0', task: 'guest("B' })).toBe('step 8 at 0, 2, null, line 4');
  expect(shown({ time: 2 })).toBe('step 18 at 2, null, null, line null');
});

it('finds a state of a task within an instant, or between two', () => {
  expect(shown({ time: '2', task: 'guest("Ben")', state: 'ready' })).toContain('step 13 at 2');
  expect(shown({ time: '2', task: 'guest("Ben")', state: 'running' })).toContain('step 15 at 2');
  expect(shown({ time: '1', task: 'guest("Ann")', state: 'waiting' })).toContain('step 8 at 1');
});

it('finds a step, and the nth time that a line is reached', () => {
  expect(shown({ step: 1 })).toBe('step 0 at 0, 1, null, line null');
  expect(shown({ line: 5, nth: 2 })).toBe('step 16 at 2, 2, null, line 5');
  expect(shown({ line: 5, task: 'guest("Ben")' })).toBe('step 16 at 2, 2, null, line 5');
});

it('finds a line of output by its number, or by what only it says', () => {
  expect(shown({ output: 2 })).toBe('step 17 at 2, 2, null, line 5');
  expect(shown({ output: 'Ann is' })).toContain('step 11 at 2, 1');
});

it('finds where somebody begins to wait at a primitive, and its row at any time', () => {
  expect(shown({ primitive: 'shower' })).toBe('step 8 at 0, null, 1, line 4');
  const { row, at } = momentSpot(TRACE, found({ primitive: 'shower', time: 2 }));
  expect([row, at]).toEqual([2, 1]);
  expect(momentSpot(TRACE, found({ step: 1, task: 'guest("Ben")' })).row).toBe(1);
});

it.each<[string, MomentSelector, string]>([
  ['no way to say when', { task: 'guest("Ann")' }, 'expected a time, a step, a line'],
  ['two ways', { time: 1, step: 1 }, 'expected one of time, step, line and output, found time'],
  [
    'a time past the end',
    { time: 9 },
    'expected a time from 0 to 2.000, the end of the run, found "9"',
  ],
  ['no number', { time: 'soon' }, 'found "soon". Look at its .out file'],
  ['a time at which nothing happens', { time: 1 }, 'found nothing between 0.000 and 2.000'],
  [
    'another state',
    { time: 1, task: 'guest("Ben")', state: 'running' },
    'expected guest("Ben") to be running at 1.000, found waiting',
  ],
  ['a state of nobody', { time: 1, state: 'waiting' }, 'Say time and task.'],
  ['a step that is not', { step: 99 }, 'expected a step from 1 to 19, found "99"'],
  [
    'a line that is not reached',
    { line: 8 },
    'expected line 8 to be reached, found that it is not',
  ],
  ['a line reached less often', { line: 5, nth: 3 }, 'found 2 times. Say a smaller nth.'],
  ['output that is not', { output: 'Cleo' }, 'expected output "Cleo", found 2 lines without it'],
  [
    'output of several lines',
    { output: 'done' },
    'expected one line of output with "done", found 2',
  ],
  ['a task of another name', { time: 2, task: 'Ann' }, 'found the main program, guest("Ann")'],
  ['a beginning of two labels', { time: 2, task: 'guest' }, 'found guest("Ann"), guest("Ben")'],
  ['another primitive', { primitive: 'bath' }, 'expected a primitive called "bath", found shower'],
])('refuses %s, and says what is there', (_, selector, said) => {
  expect(message(selector)).toContain(said);
  expect(message(selector)).toMatch(/^<At>: expected .+, found .+\. .+\.$/);
});
