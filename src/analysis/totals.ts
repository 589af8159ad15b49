/** What a trace adds up to. */
import type { AgentId } from '../trace/schema.ts';
import type { Agent } from './collect/agents.ts';
import { type Delay, type DelaySources, delaysBy } from './delays.ts';
import type { Lane } from './lanes.ts';
import type { LoopStall } from './stalls.ts';

/** Nanoseconds of virtual time in each state. */
export interface TimeSpent {
  readonly runningNs: number;
  readonly waitingNs: number;
  /** Able to run, and kept from it. */
  readonly readyNs: number;
  readonly blockedNs: number;
}

export interface LaneTotals extends TimeSpent {
  readonly task: AgentId;
}

export interface Totals extends TimeSpent {
  /** In the order of the lanes. */
  readonly lanes: readonly LaneTotals[];
  readonly tasks: number;
  readonly threads: number;
  readonly processes: number;
  readonly callbacks: number;
  /** How many slices the loops ran of tasks. */
  readonly slices: number;
  /** The greatest number of unfinished tasks, and when it was reached first. */
  readonly mostTasks: { readonly count: number; readonly atNs: number };
  readonly longestStall: (LoopStall & { readonly delays: readonly Delay[] }) | null;
  readonly endedNs: number;
}

export interface TotalsSources extends DelaySources {
  readonly lanes: readonly Lane[];
  readonly stalls: readonly LoopStall[];
  readonly endedNs: number;
}

export function totalsFrom(sources: TotalsSources): Totals {
  const { agents, callbacks, stalls, endedNs } = sources;
  const lanes = sources.lanes.map(laneTotals);
  const sum = (key: keyof TimeSpent) => lanes.reduce((total, lane) => total + lane[key], 0);
  const shown = [...agents.values()].filter(({ hidden }) => !hidden);
  const count = (wanted: Agent['kind']) => shown.filter(({ kind }) => kind === wanted).length;
  const longest = stalls.reduce<LoopStall | null>(
    (longest, stall) => (longest && lengthNs(longest) >= lengthNs(stall) ? longest : stall),
    null,
  );
  return Object.freeze({
    lanes: Object.freeze(lanes),
    runningNs: sum('runningNs'),
    waitingNs: sum('waitingNs'),
    readyNs: sum('readyNs'),
    blockedNs: sum('blockedNs'),
    tasks: count('task'),
    threads: count('thread'),
    processes: count('process'),
    callbacks: callbacks.size,
    slices: shown.reduce((total, agent) => total + agent.slices, 0),
    mostTasks: mostTasks(shown),
    longestStall: longest && { ...longest, delays: delaysBy(sources, [longest]) },
    endedNs,
  });
}

function laneTotals({ task, segments }: Lane): LaneTotals {
  const spentNs = { running: 0, waiting: 0, ready: 0, blocked: 0 };
  for (const { state, fromNs, toNs } of segments) spentNs[state] += toNs - fromNs;
  return Object.freeze({
    task,
    runningNs: spentNs.running,
    waitingNs: spentNs.waiting,
    readyNs: spentNs.ready,
    blockedNs: spentNs.blocked,
  });
}

function lengthNs({ fromNs, toNs }: LoopStall): number {
  return toNs - fromNs;
}

function mostTasks(shown: readonly Agent[]): Totals['mostTasks'] {
  const changes = shown
    .filter(({ kind }) => kind === 'task')
    .flatMap(({ createdIndex, createdNs, finish }) => [
      { index: createdIndex, atNs: createdNs, change: 1 },
      ...(finish ? [{ index: finish.eventIndex, atNs: finish.atNs, change: -1 }] : []),
    ])
    .sort((a, b) => a.index - b.index);
  let alive = 0;
  let most = { count: 0, atNs: 0 };
  for (const { atNs, change } of changes) {
    alive += change;
    if (alive > most.count) most = { count: alive, atNs };
  }
  return Object.freeze(most);
}
