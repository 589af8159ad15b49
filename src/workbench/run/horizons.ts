/**
 * How far a program is run before its reader is asked whether it is to go on. Only what the program
 * itself does is counted, so it stops at the same point on every machine. To go on is to run it again,
 * further: every run is repeatable.
 */
import { goesOn } from '../../analysis/goes-on.ts';
import type { Limits } from '../../simulator/simulator.ts';
import type { Outcome } from '../../trace/schema.ts';

/** A second or two of the reader's time; nearly every program that ends has ended by then. */
const FIRST = {
  steps: 60_000,
  threadTurns: 15_000,
  outputChars: 250_000,
  computingNs: 10e9,
  realTimeMs: 120_000,
};

/** How much further each time, and how often. */
const FACTOR = 3;
const MOST_ROUNDS = 3;

const NS_PER_DAY = 86_400e9;

/** Virtual time costs nothing: its end is that of exact numbers. */
const FIRST_DAYS = 30;
const LAST_DAYS = 100;

/** @param round how often the reader has let the program go on. */
export function horizon(round: number): Partial<Limits> {
  const times = FACTOR ** round;
  return {
    steps: FIRST.steps * times,
    threadTurns: FIRST.threadTurns * times,
    outputChars: FIRST.outputChars * times,
    computingNs: FIRST.computingNs * times,
    realTimeMs: FIRST.realTimeMs * times,
    virtualTimeNs: (round === 0 ? FIRST_DAYS : LAST_DAYS) * NS_PER_DAY,
  };
}

/** Whether a run that ended so can be had with more of it. */
export function canGoFurther(outcome: Outcome, round: number): boolean {
  if (!goesOn(outcome) || round >= MOST_ROUNDS) return false;
  const isAtLast = outcome.kind === 'limited' && outcome.limit === 'virtual-time' && round > 0;
  return !isAtLast;
}
