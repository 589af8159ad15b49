import { describe, expect, it } from 'vitest';
import type { Trace } from '../../trace/schema.ts';
import {
  began,
  blocked,
  cancelled,
  changed,
  created,
  finished,
  ready,
  seen,
  slept,
  step,
  traceOf,
  wait,
} from '../../trace/test-events.ts';
import { endDifferences, rightEnds, runDifferences, secondsOf } from './drawn.ts';
import { drawQuestion, runsAtQuestion } from './drawn-question.ts';

const lock = (holder: number | null) => ({ kind: 'lock', holder }) as const;

/** `a` has the lock until 2, and `b` waits for it, sleeps for 1 and ends at 3. */
const CONVOY = traceOf([
  ...created(0, 1, 'a'),
  ...created(0, 2, 'b'),
  seen(0, 7, 'Lock', 'lock', lock(null), 1),
  changed(0, 7, 1, lock(1)),
  ...slept(0, 1, 2, 4),
  ...step(0, 2, wait({ call: 'Lock.acquire', primitive: 7, line: 8 })),
  began(2, 1),
  changed(2, 7, 1, lock(null)),
  ready(2, 2, 1),
  ...finished(2, 1),
  changed(2, 7, 2, lock(2)),
  ...slept(2, 2, 3, 9),
  ...step(3, 2, null),
]);

/** `till` holds the loop from 1 to 3 s; `ada` would have run at 2. */
const HELD = traceOf([
  ...created(0, 1, 'ada'),
  ...created(0, 2, 'till'),
  ...step(0, 1, wait({ call: 'sleep', untilNs: 2e9, line: 5 })),
  ...step(0, 2, wait({ call: 'sleep', untilNs: 1e9, line: 6 })),
  ready(1, 2),
  began(1, 2),
  ...blocked(1, 2, 3, 7),
  ...finished(3, 2),
  ready(3, 1),
  ...step(3, 1, null),
]);

/** A sleep of 5 s, given up at 2. */
const GIVEN_UP = traceOf([
  ...created(0, 1, 'a'),
  ...created(0, 2, 'boss'),
  ...step(0, 1, wait({ call: 'sleep', untilNs: 5e9, line: 4 })),
  ...slept(0, 2, 2, 6),
  began(2, 2),
  cancelled(2, 1, 2),
  ready(2, 1, 2),
  ...finished(2, 2),
  began(2, 1),
  ...finished(2, 1, 'cancelled'),
]);

/** `main` waits for its task group, a member of which fails at 2. It ends, and was not cancelled. */
const GROUP = traceOf([
  ...created(0, 1, 'main'),
  ...created(0, 2, 'cellar'),
  ...step(0, 1, wait({ call: 'TaskGroup.__aexit__', line: 9 })),
  ...slept(0, 2, 2, 5),
  began(2, 2),
  ...finished(2, 2, 'raised'),
  cancelled(2, 1, 0, 'task-group-body', { because: 2 }),
  ready(2, 1),
  began(2, 1),
  ...finished(2, 1),
]);

const drawn = (trace: Trace, ...endsS: number[]) =>
  endDifferences(
    drawQuestion(trace, { until: '6' }, 'here'),
    endsS.map((each) => each * 1e9),
  ).map(({ text }) => text);

describe('the ends of bars', () => {
  it('are right within the tolerance, and wrong beyond it', () => {
    const question = drawQuestion(CONVOY, { until: '6' }, 'here');
    expect(question.toleranceNs).toBe(0.1e9);
    expect(rightEnds(question, [1.9e9, 3.2e9])).toEqual([true, false]);
    expect(rightEnds(question, [null, 3e9])).toEqual([false, true]);
  });

  it('that come too early are told what was still going on, with who held what', () => {
    expect(drawn(CONVOY, 2, 1)).toEqual([
      '`a` ended at 2.0, as you drew it.',
      'You said `b` ends at 1.0; it ended at 3.0, because at 1.0 it was waiting on line 8 for `lock`, held by `a`.',
    ]);
    expect(drawn(CONVOY, 2, 2)[1]).toContain(
      'because until 2.0 it was waiting on line 8 for `lock`, held by `a`.',
    );
    expect(drawn(CONVOY, 2, 0.5)[1]).toContain('because at 0.5 it was waiting on line 8');
    expect(drawn(GIVEN_UP, 2, 1)[1]).toContain(
      'because at 1.0 it was waiting in `sleep` on line 6 until 2.000.',
    );
    expect(drawn(CONVOY, 2, 2.5)[1]).toContain('because until 2.0 it was waiting');
  });

  it('that come too late are told what was over, and nothing where that is not known', () => {
    expect(drawn(CONVOY, 4, 5)).toEqual([
      'You said `a` ends at 4.0; it ended at 2.0, because its last wait, from 0.000 in `sleep` on line 4, was over then.',
      'You said `b` ends at 5.0; it ended at 3.0, because its last wait, from 2.000 in `sleep` on line 9, was over then.',
    ]);
    const known = drawQuestion(CONVOY, { until: '6' }, 'here');
    const unknown = {
      ...known,
      lanes: known.lanes.map((lane) => ({ ...lane, why: null, doings: [] })),
    };
    expect(endDifferences(unknown, [4e9, 1e9]).map(({ text }) => text)).toEqual([
      'You said `a` ends at 4.0; it ended at 2.0.',
      'You said `b` ends at 1.0; it ended at 3.0.',
    ]);
  });

  it('of who was ready are told who held the loop at that moment', () => {
    expect(drawn(HELD, 2, 5)).toEqual([
      'You said `ada` ends at 2.0; it ended at 3.0, because at 2.0 it was ready to run, but `till` held the event loop.',
      'You said `till` ends at 5.0; it ended at 3.0, because its call of `time.sleep` on line 7 was over then.',
    ]);
    expect(drawn(HELD, 5, 3)[0]).toContain(
      'because it was ready from 2.000, and `till` let go of the event loop then.',
    );
  });

  it('of who waited for a task group are told which member failed', () => {
    expect(drawn(GROUP, 5, 2)[0]).toBe(
      'You said `main` ends at 5.0; it ended at 2.0, because `cellar` in its task group failed at 2.000.',
    );
  });

  it('of who was cancelled are told by whom', () => {
    expect(drawn(GIVEN_UP, 5, 2)[0]).toBe(
      'You said `a` ends at 5.0; it ended at 2.0, because `boss` cancelled it at 2.000.',
    );
  });
});

it('who runs: of each lane that was chosen, or left out, what it did', () => {
  const question = runsAtQuestion(HELD, { runsAt: '2.5' }, 'here');
  const said = (...chosen: number[]) => runDifferences(question, chosen).map(({ text }) => text);
  expect(said(1)).toEqual([
    '`till` ran at 2.5, because it held the event loop in `time.sleep` on line 7.',
  ]);
  expect(said(0)).toEqual([
    'You said `ada` runs at 2.5; it was ready to run, but `till` held the event loop.',
    'You left out `till`; it ran at 2.5, because it held the event loop in `time.sleep` on line 7.',
  ]);
});

it('times have one decimal, or as many as they need', () => {
  expect([2e9, 0.25e9, 1.234e9, 0, 10e9].map(secondsOf)).toEqual([
    '2.0',
    '0.25',
    '1.234',
    '0.0',
    '10.0',
  ]);
});
