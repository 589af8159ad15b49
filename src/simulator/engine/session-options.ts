/** What a session is given. */
import type { Outcome } from '../../trace/schema.ts';
import type { SchedulePolicy } from '../kernel/schedule-policy.ts';
import type { Limits } from '../simulator.ts';
import type { ChangedWaits } from './changed-waits.ts';
import type { Computing } from './computing.ts';
import type { FileLocks } from './file-locks.ts';
import type { Outbox } from './outbox.ts';

export interface SessionOptions {
  readonly limits: Limits;
  /** Decides what the run leaves open; null where nothing is late. */
  readonly policy: SchedulePolicy | null;
  /** How long waits are instead; null where none is changed. */
  readonly changes: ChangedWaits | null;
  /** How long is under way what is sent; null for as the program says. */
  readonly latencyNs: number | null;
  /** All of the interpreter's memory. */
  readonly memory: () => Float64Array;
  readonly outbox: Outbox;
  /** Has the file system say that what lies at a path is of another kind. */
  readonly locks: FileLocks;
  readonly markNode: (path: string, kind: number) => void;
  readonly discountFrames: (count: number) => void;
  /** What counts its computing, once that runs. */
  readonly computing: () => Computing;
  /** Closes the trace. Called at most once. */
  readonly finish: (outcome: Outcome, endedNs: number) => void;
}
