/**
 * Who held a loop when somebody became able to run in it. A timer that goes off while the loop is
 * held is not noticed until the loop is free: from then on its task no longer waits for the timer,
 * but for the loop.
 */
import type { AgentId } from '../trace/schema.ts';
import { notOverBy, type Span, withoutNested } from './span.ts';
import { BRIEF_NS, type LoopStall } from './stalls.ts';

/** The first possible stall that keeps somebody on this thread from running, then or later. */
export type FirstStall = (thread: AgentId, ns: number) => LoopStall | null;

/** @param stalls all of them: a blocking call keeps its own thread, computing keeps all. */
export function firstStallAmong(stalls: readonly LoopStall[]): FirstStall {
  const computing = withoutNested(
    stalls.filter((stall) => stall.wait === null && stall.toNs - stall.fromNs >= BRIEF_NS),
  );
  const onThreads = new Map(
    Array.from(
      Map.groupBy(stalls, ({ thread }) => thread),
      ([thread, own]) => [thread, withoutNested(own)] as const,
    ),
  );
  const firstOf = (spans: readonly LoopStall[], ns: number) => spans[notOverBy(spans, ns)] ?? null;
  return (thread, ns) => {
    const own = firstOf(onThreads.get(thread) ?? [], ns);
    const other = firstOf(computing, ns);
    if (own === null || other === null) return own ?? other;
    return other.fromNs < own.fromNs ? other : own;
  };
}

/** When somebody was able to run, and who held the loop when that began. */
export interface ReadySpan extends Span {
  readonly heldBy: AgentId | null;
}

export function readySpan(span: Span, thread: AgentId, firstStall: FirstStall): ReadySpan {
  const stall = firstStall(thread, span.fromNs);
  const isHeld = stall !== null && stall.fromNs < span.toNs;
  return { fromNs: span.fromNs, toNs: span.toNs, heldBy: isHeld ? stall.by : null };
}

/**
 * The part of a wait after its timer had gone off unnoticed; null where there is none.
 *
 * With the loop held from 0.5 to 3, of a wait until 1 that ended at 3 that is 1 to 3.
 */
export function lateSpan(
  { fromNs, toNs }: Span,
  { untilNs, thread }: { readonly untilNs: number | null; readonly thread: AgentId },
  firstStall: FirstStall,
): ReadySpan | null {
  if (untilNs === null || untilNs >= toNs) return null;
  const stall = firstStall(thread, untilNs);
  if (stall === null || stall.fromNs > untilNs) return null;
  return { fromNs: Math.max(untilNs, fromNs), toNs, heldBy: stall.by };
}
