/** Where a run is ended that would not end by itself. */
import type { LimitName } from '../trace/schema.ts';
import type { Limits } from './simulator.ts';

/** As much as a small machine gives a process; past it CPython raises `MemoryError`. */
export const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;

/** As the outcome has it; see `Outcome` in the schema for the units. */
export function allowedBy(limits: Limits, limit: LimitName): number {
  switch (limit) {
    case 'real-time':
      return limits.realTimeMs;
    case 'virtual-time':
      return limits.virtualTimeNs;
    case 'computing':
      return limits.computingNs;
    case 'steps':
      return limits.steps;
    case 'thread-turns':
      return limits.threadTurns;
    case 'output':
      return limits.outputChars;
    case 'tasks':
      return limits.tasks;
    case 'memory':
      return MEMORY_LIMIT_BYTES;
    case 'recursion':
      return 0;
    case 'one-call':
      return limits.oneCallMs;
  }
}
