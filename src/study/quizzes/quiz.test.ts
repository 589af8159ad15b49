import { describe, expect, test } from 'vitest';
import { created, printed, slept, step, traceOf } from '../../trace/test-events.ts';
import { quizQuestionOf } from './quiz.ts';
import { isRight, judgeAnswer, solutionText } from './quiz-answer.ts';
import type { QuizEntry } from './quiz-fields.ts';

const trace = traceOf([
  ...created(0, 1, 'main'),
  ...created(0, 2, 'brew', 1),
  ...slept(0, 2, 1.5),
  printed(1.5, 2, 'tea\n'),
  ...step(1.5, 2, null),
  printed(1.5, 1, 'done\n'),
  ...step(1.5, 1, null),
]);

const common = {
  id: 'q',
  ask: 'What?',
  because: 'So.',
  snippet: 'c/tea',
  closes: false,
  showCode: false,
};
const question = (entry: Partial<QuizEntry> & Pick<QuizEntry, 'kind'>) =>
  quizQuestionOf('c', { ...common, ...entry } as QuizEntry, trace);

describe('choosing', () => {
  const options = ['a', 'b', 'c'];

  test('one is right when it is the one', () => {
    const choose = question({ kind: 'choose', options, answer: 1 });
    expect(choose.id).toBe('c/q');
    expect(isRight(choose, [1])).toBe(true);
    expect(isRight(choose, [0])).toBe(false);
  });

  test('several are right when all are chosen and no other; the order is nothing', () => {
    const several = question({ kind: 'choose-several', options, answers: [0, 2] });
    expect(isRight(several, [2, 0])).toBe(true);
    expect(isRight(several, [0])).toBe(false);
    expect(judgeAnswer(several, [0, 1])).toEqual([true, false, false]);
    expect(isRight(several, [0, 1, 2])).toBe(false);
  });
});

describe('an order', () => {
  test('is read from the trace, and shuffled', () => {
    const order = question({ kind: 'order' });
    expect(order).toMatchObject({ answer: ['tea', 'done'], lines: ['done', 'tea'] });
    expect(isRight(order, ['tea', 'done'])).toBe(true);
    expect(judgeAnswer(order, ['done', 'tea'])).toEqual([false, false]);
  });

  test('is refused where the lines cannot be told apart', () => {
    const twins = traceOf([...created(0, 1, 'main'), printed(0, 1, 'x\n'), printed(0, 1, 'x\n')]);
    const entry: QuizEntry = { ...common, kind: 'order' };
    expect(() => quizQuestionOf('c', entry, twins)).toThrow(
      'content/quizzes/c.yaml, question "q": an order needs 2 to 9 different lines',
    );
  });
});

describe('a gap', () => {
  const gap = question({
    kind: 'fill-in',
    text: '`await` takes {{3}} seconds.',
    also: ['`three`'],
  });

  test('stands between the words of its sentence', () => {
    expect(gap).toMatchObject({ before: '`await` takes ', after: ' seconds.' });
  });

  test.each(['3', ' 3 ', 'Three', '`three`'])('takes “%s”', (given) => {
    expect(isRight(gap, [given])).toBe(true);
  });

  test.each(['', '4', 'thr ee'])('does not take “%s”', (given) => {
    expect(isRight(gap, [given])).toBe(false);
  });
});

describe('a trace', () => {
  test('asks when each task ends, as it was recorded, and takes what is near it', () => {
    const draw = question({ kind: 'trace', until: '4' });
    expect(draw).toMatchObject({
      kind: 'draw',
      drawn: {
        lanes: [
          { label: 'main', endNs: 1.5e9 },
          { label: 'brew', endNs: 1.5e9 },
        ],
        toleranceNs: 0.05e9,
      },
    });
    expect(judgeAnswer(draw, [1.5e9, 1.45e9])).toEqual([true, true]);
    expect(judgeAnswer(draw, ['', 2e9])).toEqual([false, false]);
    expect(solutionText(draw)).toBe('`main` at 1.5, `brew` at 1.5.');
  });

  test('may ask of some of the tasks, and of none that is not there', () => {
    expect(question({ kind: 'trace', tasks: ['brew'] })).toMatchObject({
      drawn: { lanes: [{ label: 'brew' }] },
    });
    expect(() => question({ kind: 'trace', tasks: ['bake'] })).toThrow(
      'content/quizzes/c.yaml, question "q", tasks: expected some of "main", "brew", found "bake".',
    );
  });

  test('may ask who runs at a moment', () => {
    const runs = question({ kind: 'trace', runsAt: '1.5' });
    expect(judgeAnswer(runs, [0, 1])).toEqual([true, true]);
    expect(isRight(runs, [1])).toBe(false);
    expect(solutionText(runs)).toBe('It is: `main`, `brew`.');
  });
});

test('a proof must be a line of the recorded output, with its time', () => {
  expect(() => question({ kind: 'order', proof: '[   1.500] tea' })).not.toThrow();
  expect(() => question({ kind: 'order', proof: '[   2.500] tea' })).toThrow(
    'question "q", proof: expected a line of content/snippets/c/tea.out, found "[   2.500] tea"',
  );
});
