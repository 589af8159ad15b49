/** Pools that were full, and threads that a cancellation did not stop. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Agent } from '../analysis/collect/agents.ts';
import type { Job } from '../analysis/collect/jobs.ts';
import { greatest, least } from '../analysis/extremes.ts';
import { BRIEF_NS } from '../analysis/stalls.ts';
import { type AgentId, type JobId, MAIN_AGENT, type PrimitiveId } from '../trace/schema.ts';
import { type Fact, fact } from './fact.ts';
import { isOwnTask } from './own-tasks.ts';

/** Work waited for a free place in a pool. */
export interface PoolFull extends Fact {
  readonly kind: 'pool-full';
  readonly pool: PrimitiveId;
  readonly places: number;
  /** What was to be called, where it was the same for all. */
  readonly function: string | null;
  /** How many jobs had to wait, of how many. */
  readonly waited: number;
  readonly jobs: number;
  /** How long the last of them waited. */
  readonly longestNs: number;
  /** How long all of them were worked on, together. */
  readonly workNs: number;
}

/** A thread went on with work that was cancelled. */
export interface NotStopped extends Fact {
  readonly kind: 'not-stopped';
  readonly job: JobId;
  readonly function: string;
  readonly thread: AgentId | null;
  readonly by: AgentId;
  readonly cancelledNs: number;
  /** Null where it had not ended when the run did. */
  readonly endedNs: number | null;
  /** Whether the program had to wait for it before it could end. */
  readonly heldExit: boolean;
}

/** The program's own tasks had ended, and a thread went on: the program has to wait for it. */
export interface ExitHeld extends Fact {
  readonly kind: 'exit-held';
  readonly thread: AgentId;
  /** What ran in it, where that is a job of a pool's. */
  readonly function: string | null;
  /** The last of the tasks to end, and when. */
  readonly last: AgentId;
  readonly lastNs: number;
  readonly endedNs: number;
}

export function fullPools(analysis: Analysis): PoolFull[] {
  return [...analysis.pools.values()].flatMap(({ id, places, jobs }): PoolFull[] => {
    // Those that were cancelled first did not need a place.
    const waited = jobs.filter(
      (job) =>
        waitedNs(analysis, job) >= BRIEF_NS &&
        (job.beganNs !== null || job.cancelled === null) &&
        placesTaken(analysis, jobs, job) >= (places ?? 0),
    );
    if (places === null || waited.length === 0) return [];
    const longest = waited.reduce((a, b) =>
      waitedNs(analysis, b) > waitedNs(analysis, a) ? b : a,
    );
    const functions = new Set(jobs.map((job) => job.function));
    return [
      {
        kind: 'pool-full',
        ...fact({
          events: waited.map(({ eventIndex }) => eventIndex),
          fromNs: least(waited.map(({ submittedNs }) => submittedNs)),
          toNs: greatest(waited.map(({ beganNs }) => beganNs ?? analysis.trace.endedNs)),
          agents: waited.map(({ by }) => by),
          locations: waited.map(({ location }) => location),
          primitives: [id],
        }),
        pool: id,
        places,
        function: functions.size === 1 ? ([...functions][0] ?? null) : null,
        waited: waited.length,
        jobs: jobs.length,
        longestNs: waitedNs(analysis, longest),
        workNs: jobs.reduce((sum, job) => sum + workedNs(analysis, job), 0),
      },
    ];
  });
}

/** How many others were worked on while one waited: a thread also takes its time to begin. */
function placesTaken({ trace }: Analysis, jobs: readonly Job[], waiting: Job): number {
  const untilNs = waiting.beganNs ?? trace.endedNs;
  return jobs.filter(
    ({ beganNs, endedNs }) =>
      beganNs !== null && beganNs < untilNs && (endedNs ?? trace.endedNs) > waiting.submittedNs,
  ).length;
}

function workedNs({ trace }: Analysis, { beganNs, endedNs }: Job): number {
  return beganNs === null ? 0 : (endedNs ?? trace.endedNs) - beganNs;
}

function waitedNs({ trace }: Analysis, { submittedNs, beganNs, cancelled }: Job): number {
  return (beganNs ?? cancelled?.atNs ?? trace.endedNs) - submittedNs;
}

/** Work that was done at the same instant anyway is not told. */
export function notStopped(analysis: Analysis): NotStopped[] {
  return [...analysis.jobs.values()].flatMap((job): NotStopped[] => {
    const { cancelled, endedNs, id, function: name, thread } = job;
    if (!cancelled?.wasRunning || endedNs === cancelled.atNs) return [];
    return [
      {
        kind: 'not-stopped',
        ...fact({
          events: [job.eventIndex, cancelled.eventIndex],
          fromNs: cancelled.atNs,
          toNs: endedNs ?? analysis.trace.endedNs,
          agents: [thread, cancelled.by],
          locations: [job.location],
        }),
        job: id,
        function: name,
        thread,
        by: cancelled.by,
        cancelledNs: cancelled.atNs,
        endedNs,
        heldExit: heldExit(analysis, endedNs),
      },
    ];
  });
}

export function heldExits(analysis: Analysis): ExitHeld[] {
  const { agents, jobs, trace } = analysis;
  if (!heldExit(analysis, trace.endedNs)) return [];
  const tops = [...agents.values()].filter((agent) => isOwnTask(analysis, agent.id));
  const last = tops.reduce<Agent | null>(
    (a, b) => ((b.finish?.atNs ?? 0) >= (a?.finish?.atNs ?? 0) ? b : a),
    null,
  );
  const lastNs = last?.finish?.atNs ?? null;
  if (!last || lastNs === null || wentOn(analysis, lastNs)) return [];
  const job = [...jobs.values()].find(({ endedNs }) => endedNs === trace.endedNs);
  const held = [...agents.values()].find(
    ({ id, kind, isDaemon, pool, finish, createdNs }) =>
      kind === 'thread' &&
      createdNs <= lastNs &&
      (pool === null ? !isDaemon && finish?.atNs === trace.endedNs : id === job?.thread),
  );
  if (!held || (held.pool !== null && job?.cancelled)) return [];
  const ownJob = held.pool === null ? undefined : job;
  return [
    {
      kind: 'exit-held',
      ...fact({
        events: [last.finish?.eventIndex ?? null, ownJob?.eventIndex ?? held.createdIndex],
        fromNs: lastNs,
        toNs: trace.endedNs,
        agents: [held.id, last.id],
        locations: [ownJob?.location ?? held.location],
      }),
      thread: held.id,
      function: ownJob?.function ?? null,
      last: last.id,
      lastNs,
      endedNs: trace.endedNs,
    },
  ];
}

/** Whether the top level of the program did more before it ended. */
function wentOn({ trace }: Analysis, afterNs: number): boolean {
  return trace.events.some(
    (event) =>
      event.kind === 'line' &&
      event.by === MAIN_AGENT &&
      event.atNs > afterNs &&
      event.atNs < trace.endedNs,
  );
}

/** Nothing went on after it, and every task of the program's own had ended before. */
function heldExit({ agents, trace }: Analysis, endedNs: number | null): boolean {
  if (trace.outcome.kind !== 'exited' || endedNs !== trace.endedNs) return false;
  const tasks = [...agents.values()].filter(
    ({ kind, hidden, isLibrary }) => kind === 'task' && !hidden && !isLibrary,
  );
  return tasks.length > 0 && tasks.every(({ finish }) => finish && finish.atNs < endedNs);
}
