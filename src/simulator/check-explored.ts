/** What an engine says of the runs that it explored may be a program's forgery. */
import { EventChecker, InvalidTrace } from '../trace/validate.ts';
import type { ExploredRun } from './simulator.ts';

/** @throws {InvalidTrace} where it can't be true. */
export function checkExplored(runs: readonly ExploredRun[]): void {
  for (const { output, outcome, endedNs, late, choices } of runs) {
    if (typeof output !== 'string') throw new InvalidTrace('output', 'a text', output);
    new EventChecker().checkEnd(outcome, endedNs);
    if (!isWhole(choices, 0)) throw new InvalidTrace('choices', 'a whole number', choices);
    if (!Array.isArray(late) || !late.every(isLate)) {
      throw new InvalidTrace('late', 'choices and nanoseconds', late);
    }
  }
}

function isLate(value: unknown): boolean {
  const { number, byNs } = (value ?? {}) as Partial<Record<string, unknown>>;
  return isWhole(number, 0) && isWhole(byNs, 1);
}

function isWhole(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}
