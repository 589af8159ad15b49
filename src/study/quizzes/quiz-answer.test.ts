import { expect, test } from 'vitest';
import type { QuizQuestion } from './quiz.ts';
import { emptyAnswer, isRight, isWhole, type QuizAnswer, solutionText } from './quiz-answer.ts';

const common = {
  id: 'c/q',
  ask: 'What?',
  because: 'So.',
  nudge: null,
  snippet: 'c/tea',
  showCode: false,
};
const CHOICE: QuizQuestion = {
  ...common,
  kind: 'choose-several',
  options: ['`a`', 'b', 'c'],
  answers: [0, 2],
};
const ORDER: QuizQuestion = {
  ...common,
  kind: 'order',
  lines: ['two', 'one'],
  answer: ['one', 'two'],
};
const GAP: QuizQuestion = {
  ...common,
  kind: 'fill-in',
  before: 'after ',
  after: ' s',
  answers: ['3', 'three'],
};
const DRAWN = { ask: 'What?', because: null, untilNs: 4e9 } as const;
const PICTURE = {
  rows: [],
  description: '',
  resources: [],
  wants: [],
  cancels: [],
  lates: [],
  axis: [],
  end: null,
  rowPx: 44,
  heightPx: 44,
};
const TRACE: QuizQuestion = {
  ...common,
  kind: 'draw',
  drawn: {
    kind: 'draw',
    ...DRAWN,
    truth: PICTURE,
    bareAxis: [],
    stepNs: 0.1e9,
    toleranceNs: 0.1e9,
    lanes: [
      { label: 'main', endNs: 2e9, doings: [], why: null },
      { label: 'brew #2', endNs: 1.5e9, doings: [], why: null },
    ],
  },
};
const RUNS: QuizQuestion = {
  ...common,
  kind: 'runs-at',
  drawn: {
    kind: 'runs-at',
    ...DRAWN,
    truth: PICTURE,
    bareAxis: [],
    atNs: 2e9,
    lanes: [
      { label: 'main', runs: true, why: null },
      { label: 'brew #2', runs: false, why: null },
    ],
  },
};

test.each<[QuizQuestion, QuizAnswer, QuizAnswer]>([
  [CHOICE, [], [1]],
  [GAP, [''], ['4']],
  [TRACE, ['', ''], [1e9, 2e9]],
  [RUNS, [], [1]],
])('an answer to be given: empty, then whole (%#)', (question, empty, whole) => {
  expect(emptyAnswer(question)).toEqual(empty);
  expect(isWhole(question, empty)).toBe(false);
  expect(isWhole(question, whole)).toBe(true);
  expect(isRight(question, whole)).toBe(false);
});

test('blanks fill no gap, and half a trace is none', () => {
  expect(isWhole(GAP, ['  '])).toBe(false);
  expect(isWhole(TRACE, [2e9, ''])).toBe(false);
});

test('an order is an answer as it stands', () => {
  expect(emptyAnswer(ORDER)).toEqual(['two', 'one']);
  expect(isWhole(ORDER, emptyAnswer(ORDER))).toBe(true);
});

test('what is right is told in a sentence', () => {
  expect([CHOICE, ORDER, GAP, TRACE, RUNS].map(solutionText)).toEqual([
    'It is: `a`; c.',
    'The order is:',
    'It is: 3.',
    '`main` at 2.0, `brew #2` at 1.5.',
    'It is: `main`.',
  ]);
});
