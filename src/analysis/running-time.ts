/** How a task or a thread spent the time in which it ran: computing a little, or blocking. */

import type { Recording } from '../trace/recording.ts';
import { agentsOf } from './agents.ts';
import { BRIEF_NS, type Hold, LONG_NS, placeNotOverBy } from './holds.ts';
import type { Blocked, Running } from './segments.ts';
import type { Span } from './span.ts';

/**
 * What of a hold is to be called blocking: a blocking call always is, computing where it lasted or
 * where somebody was ready meanwhile. A thread may compute for as long as it keeps nobody waiting, so
 * of its computing only what comes after somebody was ready; null where nothing is.
 *
 * @param ready when others could have run.
 */
export function blockingPart(
  recording: Recording,
  ready: readonly Span[],
): (hold: Hold) => Hold | null {
  const agents = agentsOf(recording);
  const someoneReady = union(ready);
  return (hold) => {
    const { fromNs, toNs, by, call } = hold;
    const durationNs = toNs - fromNs;
    const isThread = agents.get(by)?.kind === 'thread';
    if (call !== '' || (durationNs >= LONG_NS && !isThread)) return hold;
    const next = someoneReady[placeNotOverBy(someoneReady, fromNs)];
    if (durationNs < BRIEF_NS || next === undefined || next.fromNs >= toNs) return null;
    return isThread ? { ...hold, fromNs: Math.max(fromNs, next.fromNs) } : hold;
  };
}

/** `[0, 2], [1, 3], [5, 6]` gives `[0, 3], [5, 6]`. */
function union(spans: readonly Span[]): Span[] {
  const whole: { fromNs: number; toNs: number }[] = [];
  for (const { fromNs, toNs } of spans.toSorted((a, b) => a.fromNs - b.fromNs)) {
    const last = whole.at(-1);
    if (last && fromNs <= last.toNs) last.toNs = Math.max(last.toNs, toNs);
    else whole.push({ fromNs, toNs });
  }
  return whole;
}

/**
 * A time of running as segments, without gaps.
 *
 * @param holds the agent's own, in order.
 */
export function runSegments(
  { fromNs, toNs }: Span,
  holds: readonly Hold[],
  blockingPartOf: (hold: Hold) => Hold | null,
): (Running | Blocked)[] {
  if (fromNs === toNs) return [{ state: 'running', fromNs, toNs }];
  const segments: (Running | Blocked)[] = [];
  let doneNs = fromNs;
  for (let at = placeNotOverBy(holds, fromNs); at < holds.length; at += 1) {
    const whole = holds[at];
    if (!whole || whole.fromNs >= toNs) break;
    const hold = blockingPartOf(whole);
    if (!hold) continue;
    if (hold.fromNs > doneNs)
      segments.push({ state: 'running', fromNs: doneNs, toNs: hold.fromNs });
    segments.push(blockedOf(hold));
    doneNs = hold.toNs;
  }
  if (doneNs < toNs) segments.push({ state: 'running', fromNs: doneNs, toNs });
  return segments;
}

export function blockedOf({ fromNs, toNs, call, line }: Hold): Blocked {
  return { state: 'blocked', fromNs, toNs, call, line };
}
