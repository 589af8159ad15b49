import type { LimitName, Outcome } from '../trace/schema.ts';

/** Limits of how far a run is watched, not of what a program may have. */
const HORIZONS: ReadonlySet<LimitName> = new Set([
  'virtual-time',
  'computing',
  'steps',
  'thread-turns',
  'output',
  'real-time',
]);

/** Whether the program would have gone on, had its run not been ended at a limit; or does go on. */
export function goesOn(outcome: Outcome): boolean {
  if (outcome.kind === 'limited') return HORIZONS.has(outcome.limit);
  return outcome.kind === 'running';
}
