/**
 * Who held a loop when somebody became able to run in it. A timer that goes off while the loop is
 * held is not noticed until the loop is free: from then on its task no longer waits for the timer,
 * but for the loop.
 */
import type { AgentId } from '../trace/schema.ts';
import { notOverBy, type Span, withoutNested } from './span.ts';
import { BRIEF_NS, type LoopStall } from './stalls.ts';

/** The first hold that keeps somebody on this thread from running at an instant or after it. */
export type FirstHold = (thread: AgentId, ns: number) => LoopStall | null;

/** @param holds all of them: a blocking call keeps its own thread, computing keeps all. */
export function firstHoldAmong(holds: readonly LoopStall[]): FirstHold {
  const computing = withoutNested(
    holds.filter((hold) => hold.wait === null && hold.toNs - hold.fromNs >= BRIEF_NS),
  );
  const onThreads = new Map(
    Array.from(
      Map.groupBy(holds, ({ thread }) => thread),
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

export function readySpan(span: Span, thread: AgentId, firstHold: FirstHold): ReadySpan {
  const hold = firstHold(thread, span.fromNs);
  const isHeld = hold !== null && hold.fromNs < span.toNs;
  return { fromNs: span.fromNs, toNs: span.toNs, heldBy: isHeld ? hold.by : null };
}

/**
 * The part of a wait after its timer had gone off unnoticed; null where there is none.
 *
 * With the loop held from 0.5 to 3, of a wait until 1 that ended at 3 that is 1 to 3.
 */
export function lateSpan(
  { fromNs, toNs }: Span,
  { untilNs, thread }: { readonly untilNs: number | null; readonly thread: AgentId },
  firstHold: FirstHold,
): ReadySpan | null {
  if (untilNs === null || untilNs >= toNs) return null;
  const hold = firstHold(thread, untilNs);
  if (hold === null || hold.fromNs > untilNs) return null;
  return { fromNs: Math.max(untilNs, fromNs), toNs, heldBy: hold.by };
}
