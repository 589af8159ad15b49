/**
 * Runs programs, one at a time: whoever begins a run ends the one before, here or elsewhere on the
 * page. Each program keeps what its last run came to, until that is forgotten.
 */
import type { Program, Simulator } from '../../simulator/simulator.ts';
import type { Trace } from '../../trace/schema.ts';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import type { EndedRun, LiveRun } from './live-run.ts';
import { runProgram } from './run-program.ts';

export interface Runs<Result> {
  /** The last run of each program, by the program's key. */
  readonly byKey: ReadonlyMap<string, LiveRun<Result>>;
  /** Whose program runs now; null where none does. */
  readonly busyKey: string | null;
}

/** What is made of a recording once its run is over. */
export type Conclude<Result> = (trace: Trace, program: Program) => Result;

export interface RunControllerOptions<Result> {
  readonly simulator: () => Promise<Simulator>;
  /** Loads what concludes, while the program runs. */
  readonly conclusion: () => Promise<Conclude<Result>>;
  readonly onChange: (runs: Runs<Result>) => void;
  /** Called for a run that ends, not for one that is ended by the next. */
  readonly onEnd: (key: string, run: EndedRun<Result>) => void;
}

interface CurrentRun {
  readonly key: string;
  readonly stop: () => void;
}

export class RunController<Result> {
  readonly #options: RunControllerOptions<Result>;
  readonly #runs = new Map<string, LiveRun<Result>>();
  /** For each key, the run that may still change what is shown. */
  readonly #latest = new Map<string, CurrentRun>();
  #current: CurrentRun | null = null;

  constructor(options: RunControllerOptions<Result>) {
    this.#options = options;
  }

  /** Resolves once the run is over; never rejects. */
  async start(key: string, program: Program): Promise<void> {
    this.stop();
    const { source } = program;
    const abort = new AbortController();
    const run: CurrentRun = { key, stop: () => abort.abort() };
    this.#current = run;
    this.#latest.set(key, run);
    takeTurn('run', run.stop);
    this.#show(run, { phase: 'preparing', source });
    const ended = await this.#end(program, abort.signal, (output) =>
      this.#show(run, { phase: 'running', source, output }),
    );
    // Where what concludes cannot be loaded, the program may still run.
    run.stop();
    leaveTurn('run', run.stop);
    const wasCurrent = this.#current === run;
    if (wasCurrent) this.#current = null;
    this.#show(run, ended);
    if (wasCurrent) this.#options.onEnd(key, ended);
  }

  async #end(
    program: Program,
    signal: AbortSignal,
    onOutput: Parameters<typeof runProgram>[0]['onOutput'],
  ): Promise<EndedRun<Result>> {
    const { simulator, conclusion } = this.#options;
    const { source } = program;
    try {
      const [conclude, trace] = await Promise.all([
        conclusion(),
        runProgram({ program, simulator, signal, onOutput }),
      ]);
      return { phase: 'finished', source, result: conclude(trace, program) };
    } catch (error) {
      return { phase: 'failed', source, message: failureMessage(error) };
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
    if (this.#current?.key === key) {
      this.#current.stop();
      this.#current = null;
    }
    if (this.#runs.delete(key)) this.#publish();
  }
}

function failureMessage(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Python could not be started: ${reason}. What you wrote is kept; check the connection and try again.`;
}
