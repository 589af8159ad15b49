/**
 * Runs a program by many schedules: in one engine, as long as no run finds what another has left
 * behind; else each in an engine of its own, which is slower.
 */
import { scheduleOf } from '../simulator/replay.ts';
import type { Schedule } from '../simulator/schedule.ts';
import type { ExploredRun, Exploring, Program, Simulator } from '../simulator/simulator.ts';
import { outcomeKey, type Ran, ranOf } from './outcomes.ts';

/** How much a run leaves open. */
export type OpenCounts = Pick<ExploredRun, 'choices' | 'looks'>;

export interface Runner {
  /**
   * @param onRuns is given what some came to, as they are over.
   * @returns what they came to, in their order; fewer, where it was stopped.
   */
  run(schedules: readonly Schedule[], options?: RunOptions): Promise<readonly ExploredRun[]>;
  /** Whether each run has an engine of its own. */
  readonly isApart: boolean;
  /** What the usual order leaves open; null until something was run. */
  readonly open: OpenCounts | null;
  /** From now on each has. */
  keepApart(): void;
  /** Gives the engine up. The next run takes another. */
  close(): void;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRuns?: ((runs: readonly ExploredRun[]) => void) | undefined;
  /** Whether to make sure that no run has changed the next one. Default: true. */
  readonly checks?: boolean;
}

/** As `fifo`, but that what it leaves open is counted. */
const USUAL: Schedule = { policy: 'scripted', late: [] };

/**
 * @param expected what the usual order comes to.
 * @param isApart whether to begin with an engine for each. So it is in any case where waits are
 *   changed from outside: who waits is known of runs that are watched, and none is in one engine.
 */
export function createRunner(
  simulator: Simulator,
  program: Program,
  { expected, isApart }: { expected: Ran; isApart: boolean },
): Runner {
  const usualKey = outcomeKey(expected);
  if (program.whatIf?.waits.length) isApart = true;
  let open: OpenCounts | null = null;
  let engine: Exploring | null = null;
  const close = () => {
    engine?.end();
    engine = null;
  };
  const isUsual = (run: ExploredRun | undefined) => !run || outcomeKey(run) === usualKey;
  /** @returns null where a run has found what another left, or the engine has failed. */
  const runTogether = async (
    schedules: readonly Schedule[],
    { signal, onRuns, checks = true }: RunOptions,
  ): Promise<readonly ExploredRun[] | null> => {
    const before = engine ? [] : [USUAL];
    const after = checks ? [USUAL] : [];
    engine ??= simulator.explore(program);
    const runs: ExploredRun[] = [];
    const told = () => runs.slice(before.length, before.length + schedules.length);
    signal?.addEventListener('abort', close);
    try {
      await engine.run([...before, ...schedules, ...after], (some) => {
        runs.push(...some);
        onRuns?.(told());
      });
    } catch {
      close();
      return signal?.aborted ? told() : null;
    } finally {
      signal?.removeEventListener('abort', close);
    }
    if (before.length > 0 && runs[0]) open ??= { choices: runs[0].choices, looks: runs[0].looks };
    if (before.length > 0 && !isUsual(runs[0])) return null;
    return isUsual(runs[before.length + schedules.length]) ? told() : null;
  };
  const runApart = async (schedules: readonly Schedule[], { signal, onRuns }: RunOptions) => {
    const runs: ExploredRun[] = [];
    for (const schedule of schedules) {
      if (signal?.aborted) break;
      // Recorded, as the one that is shown: where objects lie, and with it the order of sets, is the same.
      const run = simulator.run({ ...program, schedule });
      signal?.addEventListener('abort', run.stop);
      const trace = await run.finished;
      signal?.removeEventListener('abort', run.stop);
      if (signal?.aborted) break;
      const decided = scheduleOf(trace);
      const late = decided.policy === 'scripted' ? decided.late : [];
      runs.push({ ...ranOf(trace), late, choices: 0, looks: 0 });
      onRuns?.(runs);
    }
    return runs;
  };
  const keepApart = () => {
    isApart = true;
    close();
  };
  return {
    keepApart,
    async run(schedules, options = {}) {
      if (options.signal?.aborted) return [];
      const together = isApart ? null : await runTogether(schedules, options);
      if (together) return together;
      keepApart();
      return runApart(schedules, options);
    },
    get isApart() {
      return isApart;
    },
    get open() {
      return open;
    },
    close,
  };
}
