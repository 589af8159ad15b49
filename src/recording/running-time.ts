/** How a task or a thread spent the time in which it ran: computing a little, or blocking. */
import { agentsOf } from './agents.ts';
import { BRIEF_NS, type Hold, LONG_NS, placeNotOverBy } from './holds.ts';
import type { Blocked, Running } from './lanes.ts';
import type { Recording } from './recording.ts';

interface Span {
  readonly fromNs: number;
  readonly toNs: number;
}

/**
 * Whether a hold is to be called blocking: a blocking call always is, computing where it lasted or
 * where somebody was ready meanwhile. A thread may compute for as long as it keeps nobody waiting.
 *
 * @param ready when others could have run.
 */
export function blockTest(recording: Recording, ready: readonly Span[]): (hold: Hold) => boolean {
  const agents = agentsOf(recording);
  const someoneReady = union(ready);
  return ({ fromNs, toNs, by, call }) => {
    if (call !== '') return true;
    const durationNs = toNs - fromNs;
    if (durationNs >= LONG_NS && agents.get(by)?.kind !== 'thread') return true;
    const next = someoneReady[placeNotOverBy(someoneReady, fromNs)];
    return durationNs >= BRIEF_NS && next !== undefined && next.fromNs < toNs;
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
  isBlock: (hold: Hold) => boolean,
): (Running | Blocked)[] {
  if (fromNs === toNs) return [{ state: 'running', fromNs, toNs }];
  const segments: (Running | Blocked)[] = [];
  let doneNs = fromNs;
  for (let at = placeNotOverBy(holds, fromNs); at < holds.length; at += 1) {
    const hold = holds[at];
    if (!hold || hold.fromNs >= toNs) break;
    if (!isBlock(hold)) continue;
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
