/** What a recording adds up to. */

import type { AgentId, Recording } from '../trace/recording.ts';
import { agentsOf } from './agents.ts';
import { blocksOf, type Delay, delaysBy } from './blocks.ts';
import { callbacksOf } from './callbacks.ts';
import type { Hold } from './holds.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { perRecording } from './per-recording.ts';

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
  readonly callbacks: number;
  /** How many slices the loops ran of tasks. */
  readonly slices: number;
  /** The greatest number of unfinished tasks, and when it was reached first. */
  readonly mostTasks: { readonly count: number; readonly atNs: number };
  readonly longestBlock: (Hold & { readonly delays: readonly Delay[] }) | null;
  readonly endedNs: number;
}

export const totalsOf = perRecording((recording: Recording): Totals => {
  const lanes = lanesOf(recording).map(laneTotals);
  const sum = (key: keyof TimeSpent) => lanes.reduce((total, lane) => total + lane[key], 0);
  const shown = [...agentsOf(recording).values()].filter(({ hidden }) => !hidden);
  const longest = blocksOf(recording).reduce<Hold | null>(
    (longest, block) => (longest && lengthNs(longest) >= lengthNs(block) ? longest : block),
    null,
  );
  return Object.freeze({
    lanes: Object.freeze(lanes),
    runningNs: sum('runningNs'),
    waitingNs: sum('waitingNs'),
    readyNs: sum('readyNs'),
    blockedNs: sum('blockedNs'),
    tasks: shown.filter(({ kind }) => kind === 'task').length,
    threads: shown.filter(({ kind }) => kind === 'thread').length,
    callbacks: callbacksOf(recording).size,
    slices: slices(recording),
    mostTasks: mostTasks(recording),
    longestBlock: longest && { ...longest, delays: delaysBy(recording, [longest]) },
    endedNs: recording.endedNs,
  });
});

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

function lengthNs({ fromNs, toNs }: Hold): number {
  return toNs - fromNs;
}

function slices(recording: Recording): number {
  const agents = agentsOf(recording);
  return recording.events.reduce(
    (count, event) =>
      event.kind === 'step-began' && !agents.get(event.task)?.hidden ? count + 1 : count,
    0,
  );
}

function mostTasks(recording: Recording): Totals['mostTasks'] {
  const agents = agentsOf(recording);
  let alive = 0;
  let most = { count: 0, atNs: 0 };
  for (const event of recording.events) {
    if (event.kind !== 'task-created' && event.kind !== 'task-finished') continue;
    if (agents.get(event.task)?.hidden) continue;
    alive += event.kind === 'task-created' ? 1 : -1;
    if (alive > most.count) most = { count: alive, atNs: event.atNs };
  }
  return Object.freeze(most);
}
