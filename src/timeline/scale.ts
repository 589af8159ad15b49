/**
 * What the width of a picture stands for: time by the clock, or steps. By the clock, what happens at
 * one instant lies on one spot; by steps it stands side by side, and waiting takes no room.
 */

import { analysing, deriving } from '../analysis/analysis.ts';
import { belongTogether } from '../analysis/collect/step-events.ts';
import { atOnce, type Sliced } from '../analysis/sliced.ts';
import { lastStepBy, stepCount } from '../analysis/steps.ts';
import type { Trace, TraceEvent } from '../trace/schema.ts';
import { type Position, positionAt, positionOfStep } from './position.ts';
import { secondsText } from './seconds.ts';

export type Scale = 'clock' | 'steps';

/**
 * The width of a step. Far less than what computing is blamed for: how long a slice has no say in
 * whether it held the loop.
 */
export const STEP_NS = 100;

const known = new WeakMap<Trace, Trace>();

/** The trace to draw on a scale. By steps, its times say how many steps there were by then. */
export function drawnTrace(trace: Trace, scale: Scale): Trace {
  return scale === 'clock' ? trace : atOnce(steppedTrace(trace));
}

/** Works out, in slices, all that is drawn on a scale. */
export function* drawing(trace: Trace, scale: Scale): Sliced<void> {
  yield* deriving(trace);
  if (scale === 'steps') yield* deriving(yield* steppedTrace(trace));
}

function* steppedTrace(trace: Trace): Sliced<Trace> {
  const drawn = known.get(trace) ?? (yield* bySteps(trace));
  known.set(trace, drawn);
  return drawn;
}

function* bySteps(trace: Trace): Sliced<Trace> {
  const { steps } = yield* analysing(trace);
  const isStep = new Set(steps);
  const events: TraceEvent[] = [];
  let step = 0;
  for (const [index, event] of trace.events.entries()) {
    if (index % EACH_SLICE === 0) yield;
    // A blocking call that took no time is no step, and is not to become one.
    if (/^blocking-/.test(event.kind) && !isStep.has(index)) continue;
    // Of a step that is two events, both have its place.
    const next = trace.events[index + 1];
    const isFirst = next !== undefined && belongTogether(event, next);
    while (step < steps.length && (steps[step] ?? 0) <= index + Number(isFirst)) step += 1;
    events.push({ ...event, atNs: step * STEP_NS });
  }
  return { ...trace, events, endedNs: steps.length * STEP_NS };
}

/** So many take some milliseconds. */
const EACH_SLICE = 5_000;

/** Where a position of the playhead lies on a scale. */
export function drawnNs({ step, atNs }: Position, scale: Scale): number {
  return scale === 'clock' ? atNs : (step + 1) * STEP_NS;
}

/** The position of the playhead that lies there on a scale. */
export function positionOn(trace: Trace, ns: number, scale: Scale): Position {
  return scale === 'clock'
    ? positionAt(trace, ns)
    : positionOfStep(trace, Math.round(ns / STEP_NS) - 1);
}

/** Where an instant lies on a scale. */
export function drawnInstant(trace: Trace, ns: number, scale: Scale): number {
  return scale === 'clock' ? ns : (lastStepBy(trace, ns) + 1) * STEP_NS;
}

/** `"4.500 s"`, `"62 steps"` */
export function lengthText(trace: Trace, scale: Scale): string {
  if (scale === 'clock') return secondsText(trace.endedNs);
  const count = stepCount(trace);
  return `${count} step${count === 1 ? '' : 's'}`;
}
