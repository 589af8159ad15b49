/** What a kernel is told at its start, and what it answers. */
import type { CameLate, SchedulePolicy } from './schedule-policy.ts';

/** Wall-clock time at the start of a run, 2026-01-01 09:00:00 UTC, in milliseconds. */
export const EPOCH_MS = Date.UTC(2026, 0, 1, 9);

/** What became of a thread that parked. */
export type ParkResult =
  /** Its time is up, or another thread or an event has unparked it. */
  | 'woken'
  /** No thread can run and nothing is scheduled: this wait would never end. */
  | 'stuck'
  /** Another thread runs now: await `Kernel.resumption` before going on. */
  | 'switched';

export interface SpawnOptions {
  /** It computes on a processor of its own, as another process does. */
  readonly ownCpu?: boolean;
  /** How long from now its first turn comes at the earliest. */
  readonly afterNs?: number;
}

export interface KernelOptions {
  readonly epochMs?: number;
  /** Decides what is left open. Default: null, nothing is late. */
  readonly policy?: SchedulePolicy | null;
  /** Told of what will come later than it could. */
  readonly onLate?: (late: CameLate) => void;
  readonly virtualTimeLimitNs: number;
  /** How much all threads together may compute. */
  readonly computingLimitNs: number;
  /** How often threads may take turns. */
  readonly threadTurnsLimit: number;
  /** Called once when time would pass its limit, or there was more of what is counted; must not return. */
  readonly onLimit: (limit: 'virtual-time' | 'computing' | 'thread-turns') => never;
  /** Called before the clock moves, before another thread runs, and before computing is counted. */
  readonly beforeChange?: () => void;
}
