import type { OutputScript } from '../../analysis/playback.ts';
import type { Verdict } from '../../insights/verdict.ts';
import type { Trace } from '../../trace/schema.ts';

/** Where the run of a reader's program is. */
export type LiveRun<Result> =
  /** Python is on its way. */
  | { readonly phase: 'preparing'; readonly source: string }
  | {
      readonly phase: 'running';
      readonly source: string;
      readonly output: LiveOutput;
      /** What it came to until now, once it takes long; else null. */
      readonly soFar: Result | null;
    }
  | EndedRun<Result>;

export type EndedRun<Result> =
  | {
      readonly phase: 'finished';
      readonly source: string;
      readonly result: Result;
      /** Whether the program was not at its end, and can be run further. */
      readonly further: boolean;
    }
  /** There is no Python to be had. */
  | { readonly phase: 'failed'; readonly source: string; readonly message: string };

export type LiveOutput = Pick<OutputScript, 'lines'> & { readonly nowNs: number };

/** What is shown of a run. */
export interface ProgramResult {
  readonly trace: Trace;
  readonly script: OutputScript;
  /** How it went, said first. */
  readonly verdict: Verdict;
  /** What it does over and over, or computes, where it does not end; else null. */
  readonly goesOn: string | null;
}
