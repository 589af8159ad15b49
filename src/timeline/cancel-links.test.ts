import { expect, test } from 'vitest';
import { analysisOf } from '../analysis/analysis.ts';
import {
  began,
  cancelled,
  caught,
  created,
  finished,
  ready,
  sleepUntil,
  step,
  traceOf,
} from '../trace/test-events.ts';
import { cancelLinks } from './cancel-links.ts';

/** A group's member fails and takes another with it; a third is asked by `main`, and goes on. */
const RUN = traceOf([
  created(0, 1, 'main'),
  step(0, 1, sleepUntil(1, 2)),
  created(0, 2, 'good', 1),
  created(0, 3, 'bad', 1),
  created(0, 4, 'deaf', 1),
  step(0, 2, sleepUntil(9, 3)),
  step(0, 4, sleepUntil(9, 3)),
  began(1, 3),
  finished(1, 3, 'raised'),
  cancelled(1, 2, 1, 'task-group', { because: 3 }),
  ready(1, 2),
  began(1, 2),
  finished(1, 2, 'cancelled'),
  cancelled(2, 4, 1),
  ready(2, 4),
  began(2, 4),
  caught(2, 4, 5),
  finished(4, 4),
]);

test('lead from whose failure was the cause, or else from who asked, to whoever was stopped', () => {
  expect(cancelLinks(analysisOf(RUN).lanes)).toEqual([
    { atNs: 1e9, from: 3, to: 2, isEnd: true },
    { atNs: 2e9, from: 1, to: 4, isEnd: false },
  ]);
});

test('lead from and to what is drawn alone', () => {
  const lanes = analysisOf(RUN).lanes.filter(({ task }) => task !== 3);
  expect(cancelLinks(lanes).map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [1, 4],
  ]);
});
