/**
 * Runs a program in many orders that asyncio allows, says which of them break it, and shrinks one to
 * the fewest things that have to be late. What was stopped can be gone on with.
 */
import type { Late, Schedule } from '../simulator/schedule.ts';
import type { ExploredRun, Limits, Program, Simulator } from '../simulator/simulator.ts';
import type { Trace } from '../trace/schema.ts';
import { type Break, isBroken, outcomeKey, ranOf, USUAL_BREAKS } from './outcomes.ts';
import { createRunner, type OpenCounts, type Runner } from './runner.ts';
import { scheduleAt, stretches } from './schedules.ts';
import { shrink } from './shrink.ts';

/** What is known of a program's orders; given back, it is gone on with. */
export interface Exploration {
  /** The run in the usual order, recorded. */
  readonly usual: Trace;
  /** Runs in other orders, in the sequence in which they are tried. */
  readonly runs: readonly ExploredRun[];
  /** What the usual order leaves open. */
  readonly open: OpenCounts | null;
  /**
   * Whether each run needs an engine of its own, which is slower: in one engine the program finds
   * what an earlier run of it has left behind.
   */
  readonly isApart: boolean;
  /** Which of the runs is broken and best worth looking at, the likeliest one; null if none is. */
  readonly worst: number | null;
}

export interface ExploreOptions {
  /** How many orders to try, with those that were tried before. */
  readonly orders: number;
  /** What counts as broken. Default: an uncaught exception, an exit status that is not 0, a deadlock. */
  readonly breaks?: readonly Break[] | undefined;
  /** Whether to try no more once one is broken. Default: false, so that all are counted. */
  readonly stopsAtFirst?: boolean;
  /** What is known already. */
  readonly before?: Exploration | undefined;
  /** Told some hundred times a second of all that is known until then. */
  readonly onProgress?: ((exploration: Exploration) => void) | undefined;
  /** Ends it at once; what is known until then is told. */
  readonly signal?: AbortSignal | undefined;
}

/** A run that is broken, with no more late than it needs. */
export interface FoundOrder {
  /** As few things that are late, and as little, as it needs. */
  readonly late: readonly Late[];
  /** The run in that order, recorded. */
  readonly trace: Trace;
}

/** Keeps an engine for one program, until it is closed. One thing at a time is to be asked of it. */
export interface Explorer {
  explore(options: ExploreOptions): Promise<Exploration>;
  /**
   * Finds the fewest and shortest delays by which the program comes to the same as in this run.
   *
   * @returns null where it was stopped.
   */
  shrinkTo(
    run: ExploredRun,
    exploration: Exploration,
    signal?: AbortSignal,
  ): Promise<FoundOrder | null>;
  close(): void;
}

export function createExplorer(simulator: Simulator, program: Program): Explorer {
  let runner: Runner | null = null;
  let limited = program;
  const runnerFor = ({ usual, isApart }: Exploration) => {
    limited = { ...program, limits: { ...limitsFor(usual), ...program.limits } };
    runner ??= createRunner(simulator, limited, { expected: ranOf(usual), isApart });
    return runner;
  };
  const record = async (schedule: Schedule, signal: AbortSignal | undefined) => {
    const run = simulator.run({ ...limited, schedule });
    signal?.addEventListener('abort', run.stop);
    const trace = await run.finished;
    signal?.removeEventListener('abort', run.stop);
    return trace;
  };
  /**
   * Whether the run that is worth looking at comes to the same in an engine of its own. In one that had
   * others before, objects lie elsewhere, and with that sets have another order: a set of tasks, say.
   */
  const isRepeatable = async ({ runs, worst }: Exploration, signal: AbortSignal | undefined) => {
    const run = worst === null ? undefined : runs[worst];
    if (!run) return true;
    const again = await record({ policy: 'scripted', late: run.late }, signal);
    return signal?.aborted === true || outcomeKey(ranOf(again)) === outcomeKey(run);
  };
  return {
    async explore(options) {
      const { before, signal } = options;
      const known = before ?? (await begin(record, signal));
      if (!mayBeExplored(known.usual)) return known;
      const used = runnerFor(known);
      const tried = await tryOrders(used, known, options);
      if (used.isApart || (await isRepeatable(tried, signal))) return tried;
      used.keepApart();
      return tryOrders(used, { ...known, runs: [], isApart: true }, options);
    },
    async shrinkTo(run, exploration, signal) {
      const key = outcomeKey(run);
      const used = runnerFor(exploration);
      const late = await shrink(run.late, async (candidates) => {
        const schedules = candidates.map((of): Schedule => ({ policy: 'scripted', late: of }));
        const again = await used.run(schedules, { signal, checks: false });
        return candidates.map((_, at) => again[at] !== undefined && outcomeKey(again[at]) === key);
      });
      if (signal?.aborted) return null;
      const trace = await record({ policy: 'scripted', late }, signal);
      return signal?.aborted ? null : { late, trace };
    },
    close: () => runner?.close(),
  };
}

/** Begins with the usual order. */
async function begin(
  record: (schedule: Schedule, signal: AbortSignal | undefined) => Promise<Trace>,
  signal: AbortSignal | undefined,
): Promise<Exploration> {
  const usual = await record({ policy: 'fifo' }, signal);
  return { usual, runs: [], open: null, isApart: false, worst: null };
}

/** What has not come to its end tells nothing of any order. */
function mayBeExplored({ outcome }: Trace): boolean {
  return outcome.kind !== 'stopped' && outcome.kind !== 'crashed';
}

const NOTHING: OpenCounts = { choices: 0, looks: 0 };

/** Between two looks at whether a run has left traces for the next. */
const MOST_AT_ONCE = 60;

async function tryOrders(
  runner: Runner,
  { usual, runs: before }: Exploration,
  { orders, breaks = USUAL_BREAKS, stopsAtFirst = false, onProgress, signal }: ExploreOptions,
): Promise<Exploration> {
  const expected = ranOf(usual);
  const runs = [...before];
  let worst: number | null = null;
  /** The lowest level at which something has broken. */
  let likeliest = Number.POSITIVE_INFINITY;
  const known = (some: readonly ExploredRun[] = []): Exploration => ({
    usual,
    runs: [...runs, ...some],
    open: runner.open,
    isApart: runner.isApart,
    worst,
  });
  const look = (from: number, to: number, level: number) => {
    for (const [at, run] of runs.slice(from, to).entries()) {
      if (level > likeliest || !isBroken(run, expected, breaks)) continue;
      if (level < likeliest || isSimpler(run, runs[worst ?? at])) worst = from + at;
      likeliest = level;
    }
  };
  if (!runner.open) await runner.run([], { signal, checks: false });
  for (const stretch of stretches()) {
    const level = Math.min(stretch.level, likeliest);
    look(stretch.from, stretch.to, level);
    const to = Math.min(stretch.to, orders);
    while (runs.length < to && !signal?.aborted) {
      if (stopsAtFirst && worst !== null) break;
      const from = runs.length;
      const end = Math.min(to, from + MOST_AT_ONCE);
      const schedules = Array.from({ length: end - from }, (_, at) =>
        scheduleAt(from + at, stretch, { level, open: runner.open ?? NOTHING }),
      );
      const onRuns = (some: readonly ExploredRun[]) => onProgress?.(known(some));
      runs.push(...(await runner.run(schedules, { signal, onRuns })));
      look(from, end, level);
    }
    if (to === orders || signal?.aborted || (stopsAtFirst && worst !== null)) break;
  }
  return known();
}

function isSimpler(run: ExploredRun, than: ExploredRun | undefined): boolean {
  return than === undefined || run.late.length < than.late.length;
}

/** A run that goes on far longer than the usual one has lost its way; it is no use to wait for it. */
function limitsFor({ events, endedNs }: Trace): Partial<Limits> {
  return {
    virtualTimeNs: 60e9 + 10 * endedNs,
    computingNs: 2e9,
    steps: 20_000 + 10 * events.length,
    oneCallMs: 5_000,
  };
}
