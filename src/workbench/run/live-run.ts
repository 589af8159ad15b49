import type { OutputScript } from '../../analysis/playback.ts';
import type { Trace } from '../../trace/schema.ts';

/** Where the run of a reader's program is. */
export type LiveRun<Result> =
  /** Python is on its way. */
  | { readonly phase: 'preparing'; readonly source: string }
  | { readonly phase: 'running'; readonly source: string; readonly output: LiveOutput }
  | EndedRun<Result>;

export type EndedRun<Result> =
  | { readonly phase: 'finished'; readonly source: string; readonly result: Result }
  /** There is no Python to be had. */
  | { readonly phase: 'failed'; readonly source: string; readonly message: string };

export type LiveOutput = Pick<OutputScript, 'lines'> & { readonly nowNs: number };

/** What is shown of a run that is over. */
export interface ProgramResult {
  readonly trace: Trace;
  readonly script: OutputScript;
}
