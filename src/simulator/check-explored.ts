/** What an engine says of the runs that it explored may be a program's forgery. */
import { EventChecker, InvalidTrace } from '../trace/validate.ts';
import { isLate, isWhole } from './schedule.ts';
import type { ExploredRun } from './simulator.ts';

/** @throws {InvalidTrace} where it can't be true. */
export function checkExplored(runs: readonly ExploredRun[]): void {
  for (const { output, outcome, endedNs, late, choices, looks } of runs) {
    if (typeof output !== 'string') throw new InvalidTrace('output', 'a text', output);
    new EventChecker().checkEnd(outcome, endedNs);
    if (!isWhole(looks, 0)) throw new InvalidTrace('looks', 'a whole number', looks);
    if (!isWhole(choices, 0)) throw new InvalidTrace('choices', 'a whole number', choices);
    if (!Array.isArray(late) || !late.every(isLate)) {
      throw new InvalidTrace('late', 'choices and nanoseconds', late);
    }
  }
}
