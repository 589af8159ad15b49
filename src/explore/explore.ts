/**
 * Finds the order that breaks a program: runs it in many orders that asyncio allows, groups what
 * they come to, and shrinks one that is broken to the fewest things that have to be late.
 */
import { scheduleOf } from '../simulator/replay.ts';
import type { Late, Schedule } from '../simulator/schedule.ts';
import type { ExploredRun, Limits, Program, Simulator } from '../simulator/simulator.ts';
import type { Trace } from '../trace/schema.ts';
import { type Break, isBroken, outcomeKey, type Ran, ranOf, USUAL_BREAKS } from './outcomes.ts';
import { LEVELS, schedulesOf } from './schedules.ts';
import { shrink } from './shrink.ts';

export interface ExploreOptions {
  /** How many orders to try. */
  readonly orders: number;
  /** Default: an uncaught exception, an exit status that is not 0, a deadlock. */
  readonly breaks?: readonly Break[];
  /** Told now and again of all runs until then. */
  readonly onProgress?: (runs: readonly ExploredRun[]) => void;
  /** Ends it; what was found until then is told. */
  readonly signal?: AbortSignal;
}

export interface Exploration {
  /** The run in the usual order, recorded. */
  readonly usual: Trace;
  /** Runs in other orders, as they were tried. */
  readonly runs: readonly ExploredRun[];
  /**
   * Whether each run needed an engine of its own, which is slower: in one engine the program found
   * what an earlier run of it had left behind.
   */
  readonly isApart: boolean;
  readonly found: FoundOrder | null;
}

export interface FoundOrder {
  /** The number of the order, counted from 1. */
  readonly number: number;
  /** As few things that are late, and as little, as it needs. */
  readonly late: readonly Late[];
  /** The run in that order, recorded. */
  readonly trace: Trace;
}

const HARMLESS: Schedule = { policy: 'fifo' };

export async function explore(
  simulator: Simulator,
  program: Program,
  { orders, breaks = USUAL_BREAKS, onProgress, signal }: ExploreOptions,
): Promise<Exploration> {
  const usual = await simulator.run(program).finished;
  const expected = ranOf(usual);
  const limited = { ...program, limits: { ...limitsFor(usual), ...program.limits } };
  const runs: ExploredRun[] = [];
  let runner = inOneEngine(simulator, limited, signal);
  let isApart = false;
  const tried = async (schedules: readonly Schedule[]) => {
    // The usual order between, to see whether what one run leaves behind changes another.
    const [first, ...rest] = await runner([HARMLESS, ...schedules, HARMLESS]);
    const last = rest.length > schedules.length ? rest.pop() : undefined;
    const asUsual = [first, last].every(
      (run) => run === undefined || outcomeKey(run) === outcomeKey(expected),
    );
    if (isApart || asUsual) return { runs: rest, choices: first?.choices ?? 0 };
    isApart = true;
    runner = inEnginesOfTheirOwn(simulator, limited, signal);
    return { runs: await runner(schedules), choices: first?.choices ?? 0 };
  };
  const breaksNow = (run: Ran) => isBroken(run, expected, breaks);
  let choices = (await tried([])).choices;
  for (const level of LEVELS.keys()) {
    const [from = 0, to = 1] = [UP_TO[level - 1], UP_TO[level]];
    const count = Math.round(orders * to) - Math.round(orders * from);
    const firstSeed = 1 + level * orders;
    for (const schedules of batches(schedulesOf(level, { count, choices, firstSeed }))) {
      if (signal?.aborted) break;
      const batch = await tried(schedules);
      choices = Math.max(choices, batch.choices);
      runs.push(...batch.runs);
      onProgress?.(runs);
    }
    if (runs.some(breaksNow)) break;
  }
  const number = runs.findIndex(breaksNow);
  const broken = runs[number];
  if (!broken || signal?.aborted) return { usual, runs, isApart, found: null };
  const key = outcomeKey(broken);
  const late = await shrink(broken.late, async (candidates) => {
    const again = await runner(
      candidates.map((of): Schedule => ({ policy: 'scripted', late: of })),
    );
    return again.map((run) => outcomeKey(run) === key);
  });
  const schedule: Schedule = { policy: 'scripted', late };
  const trace = await simulator.run({ ...program, schedule }).finished;
  return { usual, runs, isApart, found: { number: number + 1, late, trace } };
}

/** A run that goes on far longer than the usual one has lost its way; it is no use to wait for it. */
function limitsFor({ events, endedNs }: Trace): Partial<Limits> {
  return {
    virtualTimeNs: 60e9 + 10 * endedNs,
    computingNs: 2e9,
    steps: 1_000 + 10 * events.length,
    oneCallMs: 5_000,
  };
}

/** Up to which share of the orders each level is tried; the rest is left where something was found. */
const UP_TO = [0.6, 0.8, 1];

/** Between two looks at whether something was found, and at whether a run has left traces. */
const BATCH = 200;

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

type Runner = (schedules: readonly Schedule[]) => Promise<ExploredRun[]>;

function inOneEngine(simulator: Simulator, program: Program, signal?: AbortSignal): Runner {
  return async (schedules) => {
    const runs: ExploredRun[] = [];
    const exploring = simulator.explore(program, schedules, (some) => runs.push(...some));
    const stop = () => exploring.stop();
    signal?.addEventListener('abort', stop);
    try {
      await exploring.finished;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    return runs;
  };
}

function inEnginesOfTheirOwn(simulator: Simulator, program: Program, signal?: AbortSignal): Runner {
  return async (schedules) => {
    const runs: ExploredRun[] = [];
    for (const schedule of schedules) {
      if (signal?.aborted) break;
      const trace = await simulator.run({ ...program, watch: false, schedule }).finished;
      const decided = scheduleOf(trace);
      const late = decided.policy === 'scripted' ? decided.late : [];
      runs.push({ ...ranOf(trace), late, choices: 0 });
    }
    return runs;
  };
}
