/** A trace may come from anywhere. Whatever the order of its events, looking at it must not fail. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEvents } from '../trace/arbitrary-events.ts';
import type { Trace } from '../trace/schema.ts';
import { cut, traceOf } from '../trace/test-events.ts';
import { parseTrace } from '../trace/validate.ts';
import { analysisOf } from './analysis.ts';
import { align } from './compare/align.ts';
import { differencesOf } from './compare/differences.ts';
import { jointSteps } from './compare/joint-steps.ts';
import { delaysBy, limitsDueDuring } from './delays.ts';
import { occupancyOf } from './occupancy.ts';
import { atOnce } from './sliced.ts';
import type { Span } from './span.ts';
import { stateAt } from './state-at.ts';
import { stepAt, stepCount } from './steps.ts';

const anyTrace = fc
  .tuple(arbitraryEvents(80), fc.nat(100), fc.nat(20))
  .map(([events, cutAt, moreS]): Trace => {
    const { atNs } = events[cutAt] ?? { atNs: 0 };
    const isCut = cutAt < events.length;
    const all = isCut ? events.toSpliced(cutAt, 0, { ...cut(0), atNs, loop: null }) : events;
    return { ...traceOf([]), events: all, endedNs: (all.at(-1)?.atNs ?? 0) + moreS * 1e9 };
  });

test('any valid trace can be analysed, and its intervals are in order', () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      parseTrace(trace);
      const { intervals, lanes, stalls, totals } = analysisOf(trace);
      for (const own of intervals.values()) expect(disorder(own, trace)).toEqual([]);
      for (const stall of stalls) expect(disorder([stall], trace)).toEqual([]);
      expect(lanes.length).toBeLessThanOrEqual(trace.events.length + 1);
      expect(totals.runningNs).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test('any step of any valid trace can be shown', () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      for (let step = -1; step < stepCount(trace); step += 1) {
        if (step >= 0) stepAt(trace, step);
        expect(stateAt(trace, step).step).toBe(step);
      }
      stateAt(trace, stepCount(trace) - 1, trace.endedNs);
    }),
    { numRuns: 200 },
  );
});

test('whatever is asked of any valid trace has an answer, and it is like itself', () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      const analysis = analysisOf(trace);
      for (const stall of analysis.stalls) {
        for (const { byNs } of delaysBy(analysis, [stall])) expect(byNs).toBeGreaterThan(0);
        limitsDueDuring(stall, analysis.agents, analysis.limits);
      }
      for (const { label } of analysis.primitives.values()) {
        occupancyOf(analysis, { primitive: label });
      }
      for (const resource of analysis.resources) {
        if (resource.kind !== 'places') continue;
        for (const { place } of resource.holds) expect(place).toBeLessThan(resource.places);
      }
      const again: Trace = { ...trace };
      const alignment = align(trace, again);
      const { pairs } = alignment;
      expect(atOnce(jointSteps(trace, again, alignment)).parting).toBeNull();
      expect(differencesOf(trace, again, alignment)).toMatchObject({ end: null, otherEnds: [] });
      expect(pairs.every(({ left, right }) => left === right)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

/** What is wrong with spans that should follow one another within a run. */
function disorder(spans: readonly Span[], { endedNs }: Trace): string[] {
  return spans.flatMap(({ fromNs, toNs }, index) => {
    const beforeNs = spans[index - 1]?.toNs ?? 0;
    const isRight = fromNs >= beforeNs && toNs >= fromNs && toNs <= endedNs;
    return isRight ? [] : [`${beforeNs} | ${fromNs} to ${toNs} | ${endedNs}`];
  });
}
