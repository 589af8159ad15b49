/**
 * Runs programs, one at a time: whoever begins a run ends the one before, here or elsewhere on the
 * page, and what plays. What plays ends no run. Each program keeps what its last run came to, until
 * that is forgotten.
 */
import { transcriptLines } from '../../analysis/transcript.ts';
import type { Program, Simulator } from '../../simulator/simulator.ts';
import type { Trace } from '../../trace/schema.ts';
import { endTurn, leaveTurn, takeTurn } from '../page-turns.ts';
import { canGoFurther, horizon } from './horizons.ts';
import type { EndedRun, LiveOutput, LiveRun } from './live-run.ts';
import { runProgram } from './run-program.ts';

export interface Runs<Result> {
  /** The last run of each program, by the program's key. */
  readonly byKey: ReadonlyMap<string, LiveRun<Result>>;
  /** Whose program runs now; null where none does. */
  readonly busyKey: string | null;
}

/** What is made of a recording once its run is over; of a long one, in its time. */
export type Conclude<Result> = (trace: Trace, program: Program) => Result | Promise<Result>;

export interface RunControllerOptions<Result> {
  readonly simulator: () => Promise<Simulator>;
  /** Loads what concludes, while the program runs. */
  readonly conclusion: () => Promise<Conclude<Result>>;
  readonly onChange: (runs: Runs<Result>) => void;
  /** Called for a run that ends, not for one that is ended by the next. */
  readonly onEnd: (key: string, run: EndedRun<Result>) => void;
  /**
   * Whether a program that does not end is shown as far as it came, to go on if the reader wants;
   * else it runs once, to the usual limits. Default: true.
   */
  readonly watched?: boolean;
}

interface CurrentRun {
  readonly key: string;
  readonly stop: () => void;
}

/** A run as it was asked for, and what is known of it. */
interface Request<Result> {
  readonly program: Program;
  /** How often the reader has let it go on. */
  readonly round: number;
  /** What it came to when it was asked whether to go on. */
  readonly known: { readonly trace: Trace; readonly result: Result } | null;
  /** Nothing is said of it before it is over. */
  readonly quiet?: boolean;
}

interface Watching {
  readonly signal: AbortSignal;
  readonly onOutput: (output: LiveOutput) => void;
  readonly onSoFar: (trace: Trace) => void;
}

export class RunController<Result> {
  readonly #options: RunControllerOptions<Result>;
  readonly #runs = new Map<string, LiveRun<Result>>();
  /** For each key, the run that may still change what is shown. */
  readonly #latest = new Map<string, CurrentRun>();
  /** For each key, what can be let go on. */
  readonly #paused = new Map<string, Request<Result>>();
  #current: CurrentRun | null = null;

  constructor(options: RunControllerOptions<Result>) {
    this.#options = options;
  }

  /** Resolves once the run is over; never rejects. */
  start(key: string, program: Program): Promise<void> {
    return this.#start(key, { program, round: 0, known: null });
  }

  /** The same, and what is shown stays until this run is over, and takes its place without ado. */
  replace(key: string, program: Program): Promise<void> {
    return this.#start(key, { program, round: 0, known: null, quiet: true });
  }

  /** Runs a program again that was not at its end, further. What is known of it stays in view. */
  async goOn(key: string): Promise<void> {
    const paused = this.#paused.get(key);
    if (paused) await this.#start(key, paused);
  }

  /** Takes a program that could go on for stopped. */
  async settle(key: string): Promise<void> {
    const paused = this.#paused.get(key);
    const latest = this.#latest.get(key);
    if (!paused?.known || !latest) return;
    this.#paused.delete(key);
    const conclude = await this.#options.conclusion();
    const { program } = paused;
    const result = await conclude(stopped(paused.known.trace), program);
    this.#show(latest, { phase: 'finished', source: program.source, result, further: false });
  }

  async #start(key: string, request: Request<Result>): Promise<void> {
    this.stop();
    this.#paused.delete(key);
    const { source } = request.program;
    const abort = new AbortController();
    const run: CurrentRun = { key, stop: () => abort.abort() };
    this.#current = run;
    this.#latest.set(key, run);
    takeTurn('run', run.stop);
    endTurn('play');
    const { known, quiet = false } = request;
    let soFar: Result | null = known ? known.result : null;
    let output: LiveOutput | null = known && outputOf(known.trace);
    const show = () => {
      if (output && !quiet) this.#show(run, { phase: 'running', source, output, soFar });
    };
    if (known) show();
    else if (!quiet) this.#show(run, { phase: 'preparing', source });
    const ended = await this.#end(key, request, {
      signal: abort.signal,
      onOutput(next) {
        output = next;
        show();
      },
      onSoFar: async (trace) => {
        try {
          const conclude = await this.#options.conclusion();
          const result = await conclude(trace, request.program);
          if (abort.signal.aborted) return;
          soFar = result;
          show();
        } catch {
          // The end of the run will say so.
        }
      },
    });
    // Where what concludes cannot be loaded, the program may still run.
    run.stop();
    leaveTurn('run', run.stop);
    const wasCurrent = this.#current === run;
    if (wasCurrent) this.#current = null;
    this.#show(run, quiet && ended.phase === 'finished' ? { ...ended, quiet } : ended);
    if (wasCurrent) this.#options.onEnd(key, ended);
  }

  async #end(
    key: string,
    { program, round, known }: Request<Result>,
    { signal, onOutput, onSoFar }: Watching,
  ): Promise<EndedRun<Result>> {
    const { simulator, conclusion, watched = true } = this.#options;
    const { source } = program;
    const limits = watched ? { ...horizon(round), ...program.limits } : program.limits;
    let run: [Conclude<Result>, Trace];
    try {
      run = await Promise.all([
        conclusion(),
        runProgram({
          program: limits ? { ...program, limits } : program,
          ...{ simulator, signal, onOutput },
          ...(watched && { onSoFar }),
          ...(known && { knownNs: known.trace.endedNs }),
        }),
      ]);
    } catch (error) {
      return { phase: 'failed', source, message: noPythonMessage(error) };
    }
    try {
      const [conclude, trace] = run;
      const result = await conclude(trace, program);
      const further = watched && canGoFurther(trace.outcome, round);
      if (further && signal.aborted) {
        // The reader had enough of it while it was concluded: it is not to be asked about.
        return {
          ...{ phase: 'finished', source, further: false },
          result: await conclude(stopped(trace), program),
        };
      }
      if (further) this.#paused.set(key, { program, round: round + 1, known: { trace, result } });
      return { phase: 'finished', source, result, further };
    } catch (error) {
      return { phase: 'failed', source, message: notShownMessage(error) };
    }
  }

  #show(run: CurrentRun, state: LiveRun<Result>): void {
    // A run that was replaced under its own key, or forgotten, has nothing more to say.
    if (this.#latest.get(run.key) !== run) return;
    this.#runs.set(run.key, state);
    this.#publish();
  }

  #publish(): void {
    this.#options.onChange({
      byKey: new Map(this.#runs),
      busyKey: this.#current?.key ?? null,
    });
  }

  /** Ends what runs; what it came to until then is shown. */
  stop(): void {
    this.#current?.stop();
  }

  /** Ends a program's run, if it has one, and shows nothing of it any more. */
  forget(key: string): void {
    this.#latest.delete(key);
    this.#paused.delete(key);
    if (this.#current?.key === key) {
      this.#current.stop();
      this.#current = null;
    }
    if (this.#runs.delete(key)) this.#publish();
  }
}

function outputOf({ events, endedNs }: Trace): LiveOutput {
  return { lines: transcriptLines(events), nowNs: endedNs };
}

function stopped(trace: Trace): Trace {
  return { ...trace, outcome: { kind: 'stopped' } };
}

function noPythonMessage(error: unknown): string {
  return `Python could not be started: ${reasonOf(error)}. What you wrote is kept; check the connection and try again.`;
}

function notShownMessage(error: unknown): string {
  return `The program has run, and what it did could not be worked out: ${reasonOf(error)}. What you wrote is kept.`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
