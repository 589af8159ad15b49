/** What part of a run a picture of it shows at first, and whether one trace goes on where another ends. */
import { goesOn } from '../analysis/goes-on.ts';
import type { Trace } from '../trace/schema.ts';
import { type Window, wholeWindow } from './window.ts';

/** Of a run without an end, what happens at so many instants can be followed by eye. */
const FIRST_INSTANTS = 30;

/** Of a program that ended, all; of one that did not, its beginning. */
export function openingWindow(trace: Trace): Window {
  const whole = wholeWindow(trace);
  const { events, outcome } = trace;
  if (outcome.kind !== 'stopped' && !goesOn(outcome)) return whole;
  let instants = 0;
  let atNs = -1;
  for (const event of events) {
    if (event.atNs === atNs) continue;
    atNs = event.atNs;
    instants += 1;
    if (instants > FIRST_INSTANTS) break;
  }
  const isLong = instants > FIRST_INSTANTS && atNs > 0 && atNs < whole.toNs / 2;
  return isLong ? { fromNs: 0, toNs: atNs } : whole;
}

/** Whether a trace is another one of the same run, further on. */
export function isFurther(trace: Trace, known: Trace): boolean {
  const { program, events, endedNs } = trace;
  // Pieces of output may have been added to the very last.
  const last = known.events.length - 2;
  const [here, there] = [events[last], known.events[last]];
  return (
    program.name === known.program.name &&
    program.source === known.program.source &&
    program.seed === known.program.seed &&
    events.length >= known.events.length &&
    endedNs >= known.endedNs &&
    here?.kind === there?.kind &&
    here?.atNs === there?.atNs
  );
}
