import { expect, test } from 'vitest';
import { analysisOf } from '../analysis/analysis.ts';
import type { TraceEvent } from '../trace/schema.ts';
import {
  began,
  created,
  ns,
  printed,
  slept,
  step,
  suspended,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { thinLane } from './thin-lane.ts';

const WHOLE = { fromNs: 0, toNs: ns(100) };

test('of a few segments, those in view are left as they are', () => {
  const lane = laneOf(slept(0, 1, 50), slept(50, 1, 100), step(100, 1, null));
  expect(thinLane(lane, WHOLE).segments).toEqual(lane.segments);
  expect(dump(thinLane(lane, { fromNs: ns(60), toNs: ns(100) }).segments)).toBe(
    '50.000 to 100.000 waiting | 100.000 running',
  );
});

test('of ten thousand waits, all that can be seen is one, and that it ran for none of the time', () => {
  const lane = laneOf(...naps(10_000, 0.01), step(100, 1, null));
  const { segments, shares } = thinLane(lane, WHOLE);
  expect(dump(segments)).toBe('0.000 to 100.000 waiting');
  expect(shares).toEqual([{ state: 'running', share: 0, fromNs: 0, toNs: ns(100.4) }]);
});

test('of a hundred thousand slices, bars show how much of the time was run', () => {
  const fourFifths = Array.from({ length: 1_000 }, (_, index): TraceEvent[] => [
    began(index * 0.05, 1),
    suspended(index * 0.05 + 0.04, 1, wait({ call: 'sleep', untilNs: ns(index * 0.05 + 0.05) })),
  ]);
  const { shares } = thinLane(laneOf(...fourFifths), WHOLE);
  expect(shares).toEqual([{ state: 'running', share: 0.8, fromNs: 0, toNs: ns(50) }]);
});

test('a few slices that took no time are marked each by itself', () => {
  const lane = laneOf(...naps(50, 2), step(100, 1, null));
  expect(thinLane(lane, WHOLE).segments.filter(({ state }) => state === 'running')).toHaveLength(
    51,
  );
});

test('where most of the time was waited, a little running does not hide it; a long wait stands alone', () => {
  const busy = Array.from({ length: 1_000 }, (_, index): TraceEvent[] => {
    const atS = index * 0.05;
    return [
      began(atS, 1),
      suspended(atS + 0.01, 1, wait({ call: 'sleep', untilNs: ns(atS + 0.05) })),
    ];
  });
  const lane = laneOf(...busy, slept(50, 1, 100), step(100, 1, null));
  expect(dump(thinLane(lane, WHOLE).segments)).toBe(
    '0.000 to 50.000 waiting | 50.000 to 100.000 waiting',
  );
});

test('the same slices are drawn wherever the window stands', () => {
  const busyNowAndThen = Array.from({ length: 10_000 }, (_, index): TraceEvent[] => {
    const atS = index * 0.01;
    const forS = index % 1_000 < 500 ? 0.005 : 0;
    return [
      began(atS, 1),
      suspended(atS + forS, 1, wait({ call: 'sleep', untilNs: ns(atS + 0.01) })),
    ];
  });
  const lane = laneOf(...busyNowAndThen);
  const here = thinLane(lane, { fromNs: ns(10), toNs: ns(60) }).shares;
  const there = thinLane(lane, { fromNs: ns(20.123), toNs: ns(70.123) }).shares;
  const within = (shares: typeof here) =>
    shares.filter(({ fromNs, toNs }) => fromNs > ns(21) && toNs < ns(59));
  expect(within(there).length).toBeGreaterThan(5);
  expect(within(there)).toEqual(within(here));
});

test('of very many lines of output at the same place, one of each stream is marked', () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => printed(index * 0.1, 1, 'x\n'));
  const lane = laneOf([began(0, 1)], lines);
  expect(lane.output).toHaveLength(1_000);
  expect(thinLane(lane, WHOLE).output).toHaveLength(60);
});

function naps(count: number, napS: number): TraceEvent[][] {
  return Array.from({ length: count }, (_, index) => slept(index * napS, 1, (index + 1) * napS));
}

function laneOf(...events: TraceEvent[][]) {
  const [lane] = analysisOf(traceOf([created(0, 1, 'main'), ...events])).lanes;
  if (!lane) throw new Error('expected a lane');
  return lane;
}

function dump(segments: ReturnType<typeof laneOf>['segments']): string {
  const text = (atNs: number) => (atNs / 1e9).toFixed(3);
  return segments
    .map(({ state, fromNs, toNs }) =>
      fromNs === toNs ? `${text(fromNs)} ${state}` : `${text(fromNs)} to ${text(toNs)} ${state}`,
    )
    .join(' | ');
}
