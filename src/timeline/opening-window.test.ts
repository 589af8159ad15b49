import { expect, it } from 'vitest';
import type { Outcome, TraceEvent } from '../trace/schema.ts';
import { created, ns, slept, traceOf } from '../trace/test-events.ts';
import { isFurther, openingWindow } from './opening-window.ts';

const STEPS: Outcome = { kind: 'limited', limit: 'steps', allowed: 1_000 };
const ENDED: Outcome = { kind: 'exited', status: 0, error: null };

function ticking(seconds: number, outcome: Outcome) {
  const ticks = Array.from({ length: seconds }, (_, at): TraceEvent[] => slept(at, 1, at + 1));
  return traceOf([created(0, 1, 'main'), ...ticks], { outcome });
}

it('opens a run without an end at its beginning, and all of one that ended', () => {
  expect(openingWindow(ticking(500, STEPS))).toEqual({ fromNs: 0, toNs: ns(30) });
  expect(openingWindow(ticking(500, { kind: 'running' }))).toEqual({ fromNs: 0, toNs: ns(30) });
  expect(openingWindow(ticking(500, ENDED)).toNs).toBeGreaterThanOrEqual(ns(499));
});

it('opens all of a run in which not much more happened than can be followed', () => {
  expect(openingWindow(ticking(40, STEPS)).toNs).toBeGreaterThan(ns(38));
  expect(openingWindow(ticking(3, STEPS)).toNs).toBeGreaterThan(ns(1));
});

it('knows a trace that goes on where another one ended', () => {
  expect(isFurther(ticking(50, STEPS), ticking(20, { kind: 'running' }))).toBe(true);
  expect(isFurther(ticking(20, STEPS), ticking(50, STEPS))).toBe(false);
  const other = ticking(50, STEPS);
  expect(
    isFurther({ ...other, program: { ...other.program, source: 'x' } }, ticking(20, STEPS)),
  ).toBe(false);
});
