/** What held a loop, who was late for it, and which time limits could not fire. */

import type { Analysis } from '../analysis/analysis.ts';
import { type Delay, delaysBy, limitsDueDuring } from '../analysis/delays.ts';
import { greatest, least } from '../analysis/extremes.ts';
import { BRIEF_NS, type LoopStall } from '../analysis/stalls.ts';
import type { AgentId, LimitId, Location } from '../trace/schema.ts';
import { distinctLocations, type Fact, fact, keyOf } from './fact.ts';

/** The same call at the same place, or the same computation, held the loop. */
export interface LoopHeld extends Fact {
  readonly kind: 'loop-held';
  /** In order; those of one culprit. */
  readonly stalls: readonly LoopStall[];
  readonly totalNs: number;
  /** Whom it kept waiting, the latest first; nobody for less than an instant. */
  readonly delays: readonly Delay[];
  /** How many time limits could not fire for it. */
  readonly lateLimits: number;
}

/** A time limit was up while the loop was held. */
export interface LimitLate extends Fact {
  readonly kind: 'limit-late';
  readonly limit: LimitId;
  readonly call: string;
  readonly task: AgentId;
  /** Where it was set. */
  readonly location: Location | null;
  readonly dueNs: number;
  /** When the loop was free again. */
  readonly freeNs: number;
  /** Whether it fired then; else what it limited was done by then. */
  readonly hasFired: boolean;
  readonly stall: LoopStall;
}

/** Less computing than this, in all, is not worth a word. */
const LEAST_COMPUTING_NS = 10e6;

/** So many culprits are named; the rest is more of the same. */
const MOST_CULPRITS = 5;

export function heldLoops(analysis: Analysis): LoopHeld[] {
  const { agents, limits } = analysis;
  const stalls = stallsOf(analysis);
  const culprits = Map.groupBy(
    stalls.filter(({ by, isOver }) => isOver && !agents.get(by)?.hidden),
    // The same call on the same line is the same mistake, whichever task makes it.
    ({ by, callback, location, call, loop }) =>
      [
        call,
        keyOf(location),
        callback === null ? agents.get(by)?.coroutine || by : 'callback',
        loop,
      ].join(),
  );
  return [...culprits.values()]
    .map((own) => ({ own, totalNs: own.reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0) }))
    .filter(({ own, totalNs }) => totalNs >= (own[0]?.wait ? BRIEF_NS : LEAST_COMPUTING_NS))
    .sort((a, b) => b.totalNs - a.totalNs)
    .slice(0, MOST_CULPRITS)
    .map(({ own, totalNs }) => {
      const delays = delaysBy(analysis, own).filter(({ byNs }) => byNs >= BRIEF_NS);
      return {
        kind: 'loop-held',
        ...fact({
          events: own.flatMap(({ fromIndex, toIndex }) => [fromIndex, toIndex]),
          fromNs: least(own.map(({ fromNs }) => fromNs)),
          toNs: greatest(own.map(({ toNs }) => toNs)),
          agents: [...own.map(({ by }) => by), ...delays.map(({ agent }) => agent)],
          locations: distinctLocations(own.map(({ location }) => location)),
        }),
        stalls: own,
        totalNs,
        delays,
        lateLimits: own.flatMap((stall) => limitsDueDuring(stall, agents, limits)).length,
      };
    });
}

export function lateLimits(analysis: Analysis): LimitLate[] {
  const { agents, limits } = analysis;
  return stallsOf(analysis).flatMap((stall) =>
    stall.isOver
      ? limitsDueDuring(stall, agents, limits).map((limit): LimitLate => {
          const dueNs = limit.dueNs ?? stall.fromNs;
          return {
            kind: 'limit-late',
            ...fact({
              events: [limit.eventIndex, stall.fromIndex, stall.toIndex],
              fromNs: dueNs,
              toNs: stall.toNs,
              agents: [limit.task, stall.by],
              locations: [limit.location, stall.location],
            }),
            limit: limit.id,
            call: limit.call,
            task: limit.task,
            location: limit.location,
            dueNs,
            freeNs: stall.toNs,
            hasFired: limit.how === 'expired',
            stall,
          };
        })
      : [],
  );
}

/** Without what only seems to compute: a task that creates an eager one runs on while that does. */
function stallsOf({ stalls }: Analysis): readonly LoopStall[] {
  return stalls.filter((each, i) => each.wait !== null || !hasAnotherWithin(stalls, i));
}

/** @param stalls in the order in which they began. */
function hasAnotherWithin(stalls: readonly LoopStall[], at: number): boolean {
  const outer = stalls[at];
  if (!outer) return false;
  for (let i = at + 1; i < stalls.length; i += 1) {
    const inner = stalls[i];
    if (!inner || inner.fromIndex > outer.toIndex) return false;
    const isOther = inner.by !== outer.by && inner.thread === outer.thread;
    if (isOther && inner.fromIndex > outer.fromIndex && inner.toIndex < outer.toIndex) return true;
  }
  return false;
}
