/** The stretch of virtual time that a picture shows. */
import type { Lane } from '../analysis/lanes.ts';
import { MAIN_AGENT, type Trace } from '../trace/schema.ts';

export interface Window {
  readonly fromNs: number;
  readonly toNs: number;
}

/** What a program that took no time is drawn on. */
const SHORTEST_NS = 1e9;
/** Where nothing can ever run again, standing still is seen for so much of the time before. */
const STANDSTILL = 0.3;

/** The window in which all of a run is seen; of a deadlock, that it lasts. */
export function wholeWindow(trace: Trace): Window {
  return { fromNs: 0, toNs: standsUntilNs(trace) ?? (trace.endedNs || SHORTEST_NS) };
}

/** How long those who wait for nothing are drawn, in a run that ended in a deadlock; else null. */
export function standsUntilNs({ endedNs, outcome }: Trace): number | null {
  if (outcome.kind !== 'deadlocked') return null;
  return endedNs === 0 ? SHORTEST_NS : endedNs * (1 + STANDSTILL);
}

/**
 * Lanes as they are drawn: whoever stood still in a deadlock, does so to the end of the picture. The
 * traceback with which Python ends a program needs no lane.
 */
export function drawnLanes(lanes: readonly Lane[], trace: Trace): readonly Lane[] {
  const untilNs = standsUntilNs(trace);
  const drawn = lanes.filter((lane) => !isLastWords(lane, trace));
  if (untilNs === null) return drawn;
  return drawn.map((lane) => {
    const last = lane.segments.at(-1);
    const stands = lane.finish === null && last?.toNs === trace.endedNs && last.state !== 'running';
    if (!stands) return lane;
    return { ...lane, segments: [...lane.segments.slice(0, -1), { ...last, toNs: untilNs }] };
  });
}

function isLastWords({ task, segments, output }: Lane, { outcome, endedNs }: Trace): boolean {
  return (
    task === MAIN_AGENT &&
    segments.length === 0 &&
    outcome.kind === 'exited' &&
    outcome.error !== null &&
    output.every(({ stream, atNs }) => stream === 'stderr' && atNs === endedNs)
  );
}

/** Where an instant lies in a window: 0 at its beginning, 1 at its end. */
export function fractionOf(ns: number, { fromNs, toNs }: Window): number {
  return (ns - fromNs) / (toNs - fromNs);
}
