import type { OutputScript } from '../../analysis/playback.ts';
import type { Fix } from '../../insights/fix/fix.ts';
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
      /** Whether it takes the place of another without ado: it is not played. Default: no. */
      readonly quiet?: boolean;
    }
  /** There is no Python to be had. */
  | { readonly phase: 'failed'; readonly source: string; readonly message: string };

export type LiveOutput = Pick<OutputScript, 'lines'> & { readonly nowNs: number };

/** A way to put a program right, and what is said of it. */
export interface OfferedFix extends Pick<Fix, 'source'> {
  readonly label: string;
  /** What the verdict does not say; may be empty. */
  readonly reason: string;
}

/** What is shown of a run. */
export interface ProgramResult {
  readonly trace: Trace;
  readonly script: OutputScript;
  /** How it went, said first. */
  readonly verdict: Verdict;
  /** What can be done for it, where that is sure; null where there is nothing. */
  readonly fix: OfferedFix | null;
  /** What it does over and over, or computes, where it does not end; else null. */
  readonly goesOn: string | null;
}
