/** What is told of a run by a real clock: nothing that a recorder can't know. */
import { expect, it } from 'vitest';
import type { Outcome, Trace } from '../trace/schema.ts';
import {
  began,
  cancelled,
  computing,
  created,
  finished,
  jobBegan,
  jobEnded,
  seen,
  sleepUntil,
  step,
  submitted,
  suspended,
  threadStarted,
  traceOf,
} from '../trace/test-events.ts';
import { insightsOf } from './insight.ts';
import { verdictOf } from './verdict.ts';

const real = (trace: Trace): Trace => ({ ...trace, clock: 'real' });
const kindsOf = (trace: Trace) => insightsOf(trace).map(({ kind }) => kind);

it('a long step held the loop only where somebody looked at it', () => {
  const long = [created(0, 1, 'main'), began(0, 1), ...finished(2, 1, 'returned', 'None')];
  expect(kindsOf(traceOf(long))).toContain('loop-held');
  expect(kindsOf(real(traceOf(long)))).not.toContain('loop-held');
  const looked = long.toSpliced(2, 0, computing(1, 1, 0, 7));
  expect(kindsOf(real(traceOf(looked)))).toContain('loop-held');
});

it('a job waits for a place in its pool only where all are taken', () => {
  const alone = [
    created(0, 1, 'main'),
    began(0, 1),
    seen(0, 1, 'ThreadPoolExecutor', 'pool', { kind: 'pool', places: 2 }, 1),
    submitted(0, 1, 1, 'work', 1),
    threadStarted(0, 2, 'pool_0', 1),
    jobBegan(0.5, 1, 2),
    jobEnded(1, 1, 2),
    ...finished(1, 1, 'returned', 'None'),
  ];
  expect(kindsOf(traceOf(alone))).not.toContain('pool-full');
});

it('cancellations of one moment are told together', () => {
  const trace = traceOf([
    created(0, 1, 'main'),
    created(0, 2, 'work', 1),
    created(0, 3, 'work', 1),
    ...step(0, 2, sleepUntil(9, 3)),
    ...step(0, 3, sleepUntil(9, 3)),
    began(1, 1),
    cancelled(1, 2, 1, 'explicit', { line: 5 }),
    cancelled(1.0001, 3, 1, 'explicit', { line: 5 }),
    ...finished(1.0002, 1, 'returned', 'None'),
    began(1.0003, 2),
    ...finished(1.0003, 2, 'cancelled', ''),
    began(1.0004, 3),
    ...finished(1.0004, 3, 'cancelled', ''),
  ]);
  const cancellations = (each: Trace) => kindsOf(each).filter((kind) => kind === 'cancelled');
  expect(cancellations(trace)).toHaveLength(2);
  expect(cancellations(real(trace))).toHaveLength(1);
});

it('a program that stood still when its recording ended does not go on', () => {
  const outcome: Outcome = { kind: 'running' };
  const waits = [0, 1, 2, 3].flatMap((atS) => step(atS, 1, sleepUntil(atS + 1, 4)));
  const quiet = real(traceOf([created(0, 1, 'main'), ...waits], { outcome, endedS: 60 }));
  expect(kindsOf(quiet)).not.toContain('endless');
  expect(verdictOf(quiet).text).toBe('It still ran when the recording ended at 60.000.');
  const busy = real(traceOf([created(0, 1, 'main'), ...waits], { outcome, endedS: 4 }));
  expect(kindsOf(busy)).toContain('endless');
});

it('a task whose first event is the end of a step had begun before', () => {
  const trace = real(
    traceOf([
      created(0, 1, 'main'),
      created(0, 2, 'work', 1),
      suspended(0, 2, sleepUntil(9, 3)),
      began(1, 1),
      cancelled(1, 2, 1, 'explicit', { line: 5 }),
      ...finished(1, 1, 'returned', 'None'),
    ]),
  );
  expect(verdictOf(trace).text).not.toContain('before it had begun');
});
