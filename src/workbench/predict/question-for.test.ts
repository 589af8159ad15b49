import { describe, expect, it } from 'vitest';
import { emptied } from '../../timeline/emptied.ts';
import { created, printed, slept, step, traceOf } from '../../trace/test-events.ts';
import { questionFor } from './question-for.ts';

const printing = (...texts: string[]) => traceOf(texts.map((text) => printed(0, 0, `${text}\n`)));

/** `b` sleeps for 2 s, then for 1, and `main` for 4. */
const TIMED = traceOf([
  ...created(0, 1, 'main'),
  ...created(0, 2, 'b', 1),
  ...slept(0, 1, 4, 9),
  ...slept(0, 2, 2, 5),
  ...slept(2, 2, 3, 6),
  ...step(3, 2, null),
  ...step(4, 1, null),
]);
const ANY_TIME = traceOf([...created(0, 1, 'main'), ...step(0, 1, null)]);

describe('questionFor', () => {
  it('shuffles the output for a reader to order', () => {
    const question = questionFor('order', printing('a', 'b', 'c'), 'x/y');
    if (question.kind !== 'order') throw new Error('expected a question of order');
    expect([...question.lines].sort()).toEqual(['a', 'b', 'c']);
    expect(question.lines).not.toEqual(['a', 'b', 'c']);
  });

  it('refuses an order with nothing to order, and one too long, by the name of the snippet', () => {
    expect(() => questionFor('order', printing('a', 'a'), 'x/y')).toThrow(/x\/y.*not all alike/);
    const long = printing(...'abcdefghij');
    expect(() => questionFor('order', long, 'x/y')).toThrow(/prints 10/);
  });

  it('refuses an answer that is not among the options', () => {
    const prediction = { ask: 'When?', options: ['now', 'later'], answer: 2, because: 'so' };
    expect(() => questionFor(prediction, printing('a'), 'x/y')).toThrow(/0 to 1.*answer 2/);
  });
});

describe('a question to be drawn', () => {
  it('has an empty picture that goes on past the end of the run, and says nothing of it', () => {
    const question = questionFor({ draw: { tasks: ['b'] } }, TIMED, 'x/y');
    if (question.kind !== 'draw') throw new Error('expected a question to be drawn');
    expect(question).toMatchObject({ untilNs: 6e9, stepNs: 0.1e9, toleranceNs: 0.1e9 });
    const empty = emptied(question.truth, question.bareAxis);
    expect(empty.rows.map(({ label, shapes }) => [label, shapes])).toEqual([['b', []]]);
    expect(empty.end).toBeNull();
    expect(empty.axis.every(({ text }) => text !== null)).toBe(true);
    expect(empty.description).toBe('Empty lanes, to be drawn on: b.');
    expect(question.truth.end).toMatchObject({ text: '4 s' });
    expect(question.truth.rows[0]?.shapes.length).toBeGreaterThan(2);
  });

  it('takes its answers from the recording, with what there is to say of every moment before', () => {
    const question = questionFor({ draw: {} }, TIMED, 'x/y');
    expect(question).toMatchObject({
      lanes: [
        { label: 'main', endNs: 4e9 },
        {
          label: 'b',
          endNs: 3e9,
          why: 'its last wait, from 2.000 in `sleep` on line 6, was over then',
          doings: [
            {
              fromNs: 0,
              toNs: 2e9,
              words: 'it was waiting in `sleep` on line 5 until 2.000',
            },
            {
              fromNs: 2e9,
              toNs: 3e9,
              words: 'it was waiting in `sleep` on line 6 until 3.000',
            },
          ],
        },
      ],
    });
  });

  it('snaps to half a step where an end would lie between two', () => {
    const between = traceOf([...created(0, 1, 'main'), ...slept(0, 1, 2.5), ...step(2.5, 1, null)]);
    const halved = questionFor({ draw: { until: '12' } }, between, 'x/y');
    expect(halved).toMatchObject({ untilNs: 12e9, stepNs: 0.1e9, toleranceNs: 0.2e9 });
    const whole = questionFor({ draw: { until: '12' } }, TIMED, 'x/y');
    expect(whole).toMatchObject({ stepNs: 0.2e9, toleranceNs: 0.2e9 });
  });

  it.each([
    [{ tasks: ['c'] }, /x\/y: predict, tasks: expected some of "main", "b", found "c"/],
    [{ until: '3.5' }, /predict, until: expected at least the end of the run, 4\.0, found "3\.5"/],
    [{ until: 'soon' }, /predict, until: expected seconds, such as "2\.0", found "soon"/],
  ])('refuses %o, by the name of the snippet', (draw, message) => {
    expect(() => questionFor({ draw }, TIMED, 'x/y')).toThrow(message);
  });

  it('refuses a run in which nothing takes time, and a task that never ends', () => {
    expect(() => questionFor({ draw: {} }, ANY_TIME, 'x/y')).toThrow(/takes no time/);
    const open = traceOf([...created(0, 1, 'main'), ...slept(0, 1, 2)], { endedS: 2 });
    expect(() => questionFor({ draw: { tasks: ['main'] } }, open, 'x/y')).toThrow(
      /"main" never did/,
    );
  });
});

describe('a question who runs', () => {
  it('knows who does, why, and what the others do', () => {
    expect(questionFor({ runsAt: '3.0' }, TIMED, 'x/y')).toMatchObject({
      kind: 'runs-at',
      atNs: 3e9,
      lanes: [
        {
          label: 'main',
          runs: false,
          why: 'it was waiting in `sleep` on line 9 until 4.000',
        },
        {
          label: 'b',
          runs: true,
          why: 'its last wait, from 2.000 in `sleep` on line 6, was over then',
        },
      ],
    });
  });

  it('refuses a moment at which nobody runs, one past the end, and what is no time', () => {
    const asking = (runsAt: string) => () => questionFor({ runsAt }, TIMED, 'x/y');
    expect(asking('2.5')).toThrow(/at least one runs at 2\.5, found 2, running: none/);
    expect(asking('5')).toThrow(/expected a moment of the run, which ends at 4\.0, found "5"/);
    expect(asking('')).toThrow(/expected seconds, such as "2\.0", found ""/);
  });
});
