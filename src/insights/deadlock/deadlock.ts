/**
 * Why nothing could ever run again, told once and whole: who waits for whom, what nobody is left to
 * do, and what had gone wrong before.
 */

import type { Analysis } from '../../analysis/analysis.ts';
import { least } from '../../analysis/extremes.ts';
import { type AgentId, MAIN_AGENT } from '../../trace/schema.ts';
import { type Fact, fact, keyOf } from '../fact.ts';
import { type MissedWake, missedWakes } from '../wakes.ts';
import { type Failure, failuresOf } from './failures.ts';
import { awaitedBy, type Standing, standingsOf } from './needs.ts';
import { ringsIn } from './rings.ts';

export interface Deadlock extends Fact {
  readonly kind: 'deadlock';
  readonly strands: readonly Strand[];
  /** Those who wait for somebody in a strand, and whom the reader would miss. */
  readonly followers: readonly Standing[];
  /** What had failed before, the most telling first. */
  readonly failures: readonly Failure[];
  /** Whose end the program's own code had come to, where only threads keep it from ending. */
  readonly heldExit: HeldExit | null;
  /** Whether the program handles signals: then one could still make it go on. */
  readonly awaitsSignals: boolean;
}

/** One reason. */
export type Strand =
  /** A call that does not return holds a loop. */
  | {
      readonly why: 'held-loop';
      readonly holder: Standing;
      /** Who is ready, or has a timer, and cannot have its turn. */
      readonly kept: readonly Standing[];
    }
  /** The loop was not told of what it waits for. */
  | { readonly why: 'missed-wake'; readonly missed: MissedWake }
  /** Each waits for the next, the last for the first; those of one group wait alike. */
  | { readonly why: 'ring'; readonly members: readonly (readonly Standing[])[] }
  /** They wait for a deed that nobody is left to do, alike. */
  | {
      readonly why: 'in-vain';
      readonly waiting: readonly Standing[];
      /** Whether it is known that nobody could do it. */
      readonly isHopeless: boolean;
    };

export interface HeldExit {
  /** The tasks at the top, that had ended. */
  readonly ended: readonly AgentId[];
  readonly atNs: number;
}

export function deadlocks(analysis: Analysis): Deadlock[] {
  if (analysis.trace.outcome.kind !== 'deadlocked') return [];
  const standings = standingsOf(analysis);
  const strands = strandsOf(analysis, standings);
  const heldExit = heldExitOf(analysis, standings);
  const told = new Set(strands.flatMap(membersOf).map(({ agent }) => agent));
  const followers = [...standings.values()].filter(
    (each) => !told.has(each.agent) && each.need.kind !== 'unknown' && !isExit(heldExit, each),
  );
  const involved = [...strands.flatMap(membersOf), ...followers];
  const failures = failuresOf(analysis, involved);
  const missed = strands.flatMap((strand) => (strand.why === 'missed-wake' ? strand.missed : []));
  return [
    {
      kind: 'deadlock',
      ...fact({
        events: [
          ...involved.map(({ eventIndex }) => eventIndex),
          ...missed.flatMap(({ events }) => events),
          ...failures.flatMap(({ eventIndex, endedLoopOf }) => [
            eventIndex,
            endedLoopOf === null
              ? null
              : (analysis.agents.get(endedLoopOf)?.finish?.eventIndex ?? null),
          ]),
        ],
        fromNs: least([analysis.trace.endedNs, ...involved.map(({ sinceNs }) => sinceNs)]),
        toNs: analysis.trace.endedNs,
        agents: [...involved.map(({ agent }) => agent), ...missed.flatMap(({ agents }) => agents)],
        locations: [
          ...involved.map(({ location }) => location),
          ...missed.map(({ location }) => location),
          ...failures.map(({ location }) => location),
        ],
        primitives: [
          ...involved.map(({ wait }) => wait?.primitive ?? null),
          ...missed.map(({ primitive }) => primitive),
        ],
      }),
      strands,
      followers,
      failures,
      heldExit,
      awaitsSignals: awaitsSignals(analysis),
    },
  ];
}

/** That the main program waits for its threads is what keeps it from ending. */
function isExit(heldExit: HeldExit | null, { agent }: Standing): boolean {
  return heldExit !== null && agent === MAIN_AGENT;
}

function strandsOf(analysis: Analysis, standings: ReadonlyMap<AgentId, Standing>): Strand[] {
  const all = [...standings.values()];
  const held = all
    .filter(({ holdsLoop }) => holdsLoop)
    .map((holder) => ({
      why: 'held-loop' as const,
      holder,
      kept: all.filter(
        ({ need, wait }) =>
          need.kind === 'turn' && need.holder === holder.agent && wait?.coroutine == null,
      ),
    }));
  const missed = missedWakes(analysis)
    .filter(({ seenNs }) => seenNs === null)
    .map((each) => ({ why: 'missed-wake' as const, missed: each }));

  const isTold = new Set([
    ...held.flatMap(membersOf).map(({ agent }) => agent),
    ...missed.flatMap(({ missed: { task } }) => task ?? []),
  ]);
  const next = new Map(
    all
      .filter(({ agent }) => !isTold.has(agent))
      .map((each) => [each.agent, awaitedBy(each).filter((id) => standings.has(id))]),
  );
  const rings = ringsIn(next).map((ring) => ring.flatMap((agent) => standings.get(agent) ?? []));
  const inRing = new Set(rings.flatMap((members) => members.map(({ agent }) => agent)));
  const deadEnds = all.filter(
    ({ agent, wait }) => wait !== null && next.get(agent)?.length === 0 && !inRing.has(agent),
  );
  const couldBeHelped = held.length > 0 || missed.length > 0 || awaitsSignals(analysis);
  const groups = [...Map.groupBy(deadEnds, (each) => deedKey(analysis, each)).values()];
  // One dead end is never behind another.
  const couldBeOnlyReason = !couldBeHelped && groups.length === 1;
  const alike = groups.map((waiting) => ({
    why: 'in-vain' as const,
    waiting,
    isHopeless: couldBeOnlyReason && isOnlyReason(waiting, all),
  }));
  return [...held, ...missed, ...ringStrands(analysis, rings), ...alike];
}

/** Whether all others wait for the end of these: who waits for anything else may yet have helped. */
function isOnlyReason(waiting: readonly Standing[], all: readonly Standing[]): boolean {
  const behind = new Map<AgentId, AgentId[]>();
  for (const each of all) {
    if (each.need.kind !== 'tasks' && each.need.kind !== 'end') continue;
    for (const ahead of awaitedBy(each)) {
      const own = behind.get(ahead);
      if (own) own.push(each.agent);
      else behind.set(ahead, [each.agent]);
    }
  }
  const after = new Set(waiting.map(({ agent }) => agent));
  // A set is gone through to its end, with what is put into it meanwhile.
  for (const agent of after) for (const next of behind.get(agent) ?? []) after.add(next);
  return all.every(({ agent }) => after.has(agent));
}

/** Rings that differ only in who of several that wait alike is in them are told as one. */
function ringStrands(analysis: Analysis, rings: readonly (readonly Standing[])[]): Strand[] {
  const alike = Map.groupBy(rings, (members) =>
    members
      // Whom they await is the next of the ring.
      .map((each) => (each.need.kind === 'tasks' ? placeKey(each) : deedKey(analysis, each)))
      .join(),
  );
  return [...alike.values()].map((group) => ({
    why: 'ring',
    members: (group[0] ?? []).map((_, position) => [
      ...new Set(group.flatMap((members) => members[position] ?? [])),
    ]),
  }));
}

/** Whether the program has set up a handler of signals: what that does, no event tells. */
function awaitsSignals({ files }: Analysis): boolean {
  return [...files.values()].some(({ source }) =>
    /\badd_signal_handler\s*\(|\bsignal\.signal\s*\(/.test(source ?? ''),
  );
}

/** Those who wait for the same thing in the same way are told together. */
function deedKey({ jobs }: Analysis, { agent, wait, location, need }: Standing): string {
  const job = need.kind === 'job' && !need.isRunning ? jobs.get(need.job) : null;
  const queued = job && `${job.pool} ${job.function}`;
  const target = queued ?? ('primitive' in need ? need.primitive : `${agent}`);
  return [need.kind, target, wait?.call, keyOf(location)].join();
}

function placeKey({ wait, location, need }: Standing): string {
  return [need.kind, wait?.call, keyOf(location)].join();
}

function membersOf(strand: Strand): readonly Standing[] {
  switch (strand.why) {
    case 'held-loop':
      return [strand.holder, ...strand.kept];
    case 'ring':
      return strand.members.flat();
    case 'in-vain':
      return strand.waiting;
    case 'missed-wake':
      return [];
  }
}

/** Where every task of the program's own has ended, and threads have not. */
function heldExitOf(
  analysis: Analysis,
  standings: ReadonlyMap<AgentId, Standing>,
): HeldExit | null {
  const { agents } = analysis;
  const open = [...standings.keys()].map((id) => agents.get(id)?.kind);
  if (!open.includes('thread') || open.includes('task')) return null;
  const tops = [...agents.values()].filter(
    ({ kind, parent, hidden, isLibrary, finish }) =>
      kind === 'task' && !hidden && !isLibrary && finish && agents.get(parent)?.kind === 'program',
  );
  const last = tops.at(-1)?.finish;
  if (!last) return null;
  return { ended: tops.slice(-1).map(({ id }) => id), atNs: last.atNs };
}
