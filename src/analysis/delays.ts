/** Who ran late because a loop was held, and which time limits could not fire. */
import { type AgentId, type CallbackId, MAIN_AGENT } from '../trace/schema.ts';
import type { Agent } from './collect/agents.ts';
import type { Callback } from './collect/callbacks.ts';
import type { TimeLimit } from './collect/limits.ts';
import type { Interval } from './intervals.ts';
import { timeWithin } from './span.ts';
import type { LoopStall } from './stalls.ts';

/** Somebody ran late. */
export interface Delay {
  readonly agent: AgentId;
  /** The callback that was late, where it was no task or thread. */
  readonly callback: CallbackId | null;
  readonly byNs: number;
}

export interface DelaySources {
  readonly agents: ReadonlyMap<AgentId, Agent>;
  readonly intervals: ReadonlyMap<AgentId, readonly Interval[]>;
  readonly callbacks: ReadonlyMap<CallbackId, Callback>;
}

/**
 * Whom some stalls kept from running, and for how long of them in all; the latest first.
 *
 * @param stalls of one thread, in order, and apart from one another.
 */
export function delaysBy(
  { agents, intervals, callbacks }: DelaySources,
  stalls: readonly LoopStall[],
): readonly Delay[] {
  const isLate = latenessTest(stalls);
  const stalledNs = timeWithin(stalls);
  const delays: Delay[] = [];
  for (const [id, own] of intervals) {
    const agent = agents.get(id);
    if (!agent || agent.hidden || !isLate(agent.thread)) continue;
    let byNs = 0;
    for (const each of own) {
      if (each.state !== 'ready' || each.isPreempted) continue;
      byNs += stalledNs(each.toNs) - stalledNs(each.fromNs);
    }
    if (byNs > 0) delays.push({ agent: id, callback: null, byNs });
  }
  for (const { id, thread, scheduledNs, dueNs, beganNs } of callbacks.values()) {
    if (beganNs === null || !isLate(thread)) continue;
    const byNs = stalledNs(beganNs) - stalledNs(dueNs ?? scheduledNs);
    if (byNs > 0) delays.push({ agent: thread, callback: id, byNs });
  }
  return delays.sort((a, b) => b.byNs - a.byNs);
}

/** Time limits that were up while a loop was held, and could not fire before it was free. */
export function limitsDueDuring(
  stall: LoopStall,
  agents: ReadonlyMap<AgentId, Agent>,
  limits: ReadonlyMap<unknown, TimeLimit>,
): readonly TimeLimit[] {
  const isLate = latenessTest([stall]);
  return [...limits.values()].filter(
    ({ task, setNs, dueNs, endedNs }) =>
      dueNs !== null &&
      Math.max(dueNs, setNs) < stall.toNs &&
      dueNs >= stall.fromNs &&
      (endedNs === null || endedNs > dueNs) &&
      isLate(agents.get(task)?.thread ?? MAIN_AGENT),
  );
}

/** A blocking call keeps what runs on its own thread; computing keeps all. */
function latenessTest(stalls: readonly LoopStall[]): (thread: AgentId) => boolean {
  const [first] = stalls;
  return (thread) => first === undefined || first.wait === null || first.thread === thread;
}
