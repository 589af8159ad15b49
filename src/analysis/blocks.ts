/** What blocked a loop, and who had to wait for it. */

import { type AgentId, type CallbackId, MAIN_AGENT, type Recording } from '../trace/recording.ts';
import { agentsOf } from './agents.ts';
import { callbacksOf } from './callbacks.ts';
import { type Hold, holdsOf, placeNotOverBy } from './holds.ts';
import { lanesOf } from './lanes.ts';
import { perRecording } from './per-recording.ts';
import { blockingPart } from './running-time.ts';

/** Somebody ran late. */
export interface Delay {
  readonly agent: AgentId;
  /** The callback that was late, where it was no task or thread. */
  readonly callback: CallbackId | null;
  readonly byNs: number;
}

/** The holds that lanes show as blocked, in the order in which they began. */
export const blocksOf = perRecording((recording: Recording): readonly Hold[] => {
  const ready = lanesOf(recording).flatMap(({ segments }) =>
    segments.filter(({ state }) => state === 'ready'),
  );
  const blockingPartOf = blockingPart(recording, ready);
  return holdsOf(recording)
    .filter(({ by }) => !agentsOf(recording).get(by)?.hidden)
    .flatMap((hold) => blockingPartOf(hold) ?? [])
    .sort((a, b) => a.fromNs - b.fromNs || a.fromPlace - b.fromPlace);
});

/**
 * Whom some blocks of one loop kept from running, and for how long of them in all; the latest first.
 *
 * @param blocks in order, and apart from one another.
 */
export function delaysBy(recording: Recording, blocks: readonly Hold[]): Delay[] {
  const agents = agentsOf(recording);
  const loop = blocks[0]?.loop ?? null;
  const blockedNs = timeWithin(blocks);
  const delays: Delay[] = [];

  for (const { task, segments } of lanesOf(recording)) {
    if (loop !== null && agents.get(task)?.loop !== loop) continue;
    let byNs = 0;
    for (const { state, fromNs, toNs } of segments) {
      if (state === 'ready') byNs += blockedNs(toNs) - blockedNs(fromNs);
    }
    if (byNs > 0) delays.push({ agent: task, callback: null, byNs });
  }
  for (const { id, scheduledNs, dueNs, beganNs } of callbacksOf(recording).values()) {
    const readyNs = dueNs ?? scheduledNs;
    const byNs = beganNs === null ? 0 : blockedNs(beganNs) - blockedNs(readyNs);
    if (byNs > 0) delays.push({ agent: MAIN_AGENT, callback: id, byNs });
  }
  return delays.sort((a, b) => b.byNs - a.byNs);
}

/** How much of the time up to an instant lies within some spans. */
function timeWithin(spans: readonly Hold[]): (ns: number) => number {
  const before = new Float64Array(spans.length + 1);
  for (const [place, { fromNs, toNs }] of spans.entries()) {
    before[place + 1] = (before[place] ?? 0) + toNs - fromNs;
  }
  return (ns) => {
    const place = placeNotOverBy(spans, ns);
    const fromNs = spans[place]?.fromNs ?? ns;
    return (before[place] ?? 0) + Math.max(0, ns - fromNs);
  };
}
