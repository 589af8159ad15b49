/**
 * What the rest of the project may know of the simulator: give it a program, get a recording.
 *
 * Two hosts implement it: `hosts/browser.ts` on a Web Worker and `hosts/node.ts` on a worker
 * thread. Both always can be stopped, because the program runs in a thread of its own.
 */
import type { Outcome, Trace, TraceEvent } from '../trace/schema.ts';
import type { Late, Schedule } from './schedule.ts';
import type { WhatIf } from './what-if.ts';

export interface Program {
  /** Python source text. */
  readonly source: string;
  /** The file name that tracebacks show. Default: `main.py`. */
  readonly name?: string;
  /** Seed of `random`. Default: 0. */
  readonly seed?: number;
  /** What `sys.argv` has after the file name. Default: none. */
  readonly args?: readonly string[];
  /**
   * Files that it finds besides its own, read-only, by their paths: from the folder that the program
   * is in, or absolute. Default: none.
   */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** What its standard input holds, all of it given in advance. Default: nothing. */
  readonly stdin?: Uint8Array;
  /** Whether to record what tasks do; without it, only what is printed. Default: true. */
  readonly watch?: boolean;
  /** Who decides what asyncio leaves open. Default: nobody, `fifo`. */
  readonly schedule?: Schedule;
  /** What is changed of the run from outside. Default: nothing. */
  readonly whatIf?: WhatIf;
  readonly limits?: Partial<Limits>;
}

/** Bounds of one run. Reaching one ends the run with an outcome of kind `limited`. */
export interface Limits {
  /**
   * Milliseconds of the reader's own time. The only limit that is not repeatable, and the last: it is
   * for what none of the others can count, such as one call of the library that never returns.
   */
  readonly realTimeMs: number;
  /**
   * Milliseconds of a processor's own time after which an engine that computes and gives no sign is
   * taken to be within a call that nothing can interrupt. Not repeatable either.
   */
  readonly oneCallMs: number;
  /** Nanoseconds of virtual time. */
  readonly virtualTimeNs: number;
  /** Nanoseconds for which all threads and processes together computed. */
  readonly computingNs: number;
  /** Turns of event loops, and blocking calls. */
  readonly steps: number;
  /** How often threads and processes take turns; that takes as long as many turns of a loop. */
  readonly threadTurns: number;
  /** Characters written to stdout and stderr together. */
  readonly outputChars: number;
  /** Tasks ever created. */
  readonly tasks: number;
}

export const DEFAULT_LIMITS: Limits = {
  realTimeMs: 120_000,
  oneCallMs: 10_000,
  /** Thirty days: past any program's patience, and exact in a double as nanoseconds. */
  virtualTimeNs: 30 * 86_400 * 1e9,
  /** A sixth of the real time, on a machine that is as quick as CPython's own. */
  computingNs: 20e9,
  steps: 250_000,
  threadTurns: 60_000,
  outputChars: 1_000_000,
  tasks: 200_000,
};

/** With all that was left out. */
export type CompleteProgram = Required<Program> & { readonly limits: Limits };

export interface Simulator {
  /**
   * Fetches and compiles what all engines share, so that `prepare` takes less long; begins no
   * engine. What fails here is tried again there.
   */
  preload(): void;
  /** Boots an engine ahead of time, so that the next `run` starts at once. Safe to call often. */
  prepare(): Promise<void>;
  /** Boots as many from now on: for so many runs in a row. At first it is one. */
  keepSpares(count: number): void;
  /**
   * Runs a program in an engine that no other program has touched.
   *
   * @param onEvents is given events as they happen, in order, in batches; the recording that
   *   `finished` resolves to holds them all.
   */
  run(program: Program, onEvents?: (events: readonly TraceEvent[]) => void): Run;
  /**
   * Takes an engine in which to run a program again and again, unrecorded: each run is a process of
   * its own, which may still find what another has left in the library.
   */
  explore(program: Program): Exploring;
  /** Ends every engine. A run under way resolves as stopped. */
  dispose(): void;
}

export interface Run {
  /** Resolves when the run is over, however it ended. Rejects never. */
  readonly finished: Promise<Trace>;
  /** What has happened until now, as the trace of a run that still goes on. */
  soFar(): Trace;
  /** Ends the run now, also in `while True: pass`. */
  stop(): void;
}

/** What one run came to. */
export interface ExploredRun {
  /** What it printed, on stdout and stderr together, as far as it is kept. */
  readonly output: string;
  readonly outcome: Outcome;
  readonly endedNs: number;
  /** All that was late. Played again, they make the same run. */
  readonly late: readonly Late[];
  /** How many choices it left open. */
  readonly choices: number;
  /** At how many looks threads that compute could have been interrupted. */
  readonly looks: number;
}

/** One engine, kept for the runs of one program. */
export interface Exploring {
  /**
   * Runs it by each of these schedules, one after another. To be asked for the next ones when these
   * are over. Resolves when all have been run, or it was ended; rejects where the engine fails.
   *
   * @param onRuns is given what some of them came to, in their order.
   */
  run(
    schedules: readonly Schedule[],
    onRuns: (runs: readonly ExploredRun[]) => void,
  ): Promise<void>;
  /** Ends the engine now, also in `while True: pass`. */
  end(): void;
}
