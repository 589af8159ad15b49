/** What blocked a loop, and who had to wait for it. */
import { agentsOf } from './agents.ts';
import { callbacksOf } from './callbacks.ts';
import { type Hold, holdsOf } from './holds.ts';
import { lanesOf } from './lanes.ts';
import { perRecording } from './per-recording.ts';
import { type AgentId, type CallbackId, MAIN_AGENT, type Recording } from './recording.ts';
import { blockTest } from './running-time.ts';

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
  const isBlock = blockTest(recording, ready);
  return holdsOf(recording)
    .filter((hold) => isBlock(hold) && !agentsOf(recording).get(hold.by)?.hidden)
    .sort((a, b) => a.fromNs - b.fromNs || a.fromPlace - b.fromPlace);
});

/** Whom a block kept from running, and for how long of it; the latest first. */
export function delaysBy(recording: Recording, block: Hold): Delay[] {
  const agents = agentsOf(recording);
  const overlapNs = (fromNs: number, toNs: number) =>
    Math.min(toNs, block.toNs) - Math.max(fromNs, block.fromNs);
  const delays: Delay[] = [];

  for (const { task, segments } of lanesOf(recording)) {
    if (task === block.by) continue;
    if (block.loop !== null && agents.get(task)?.loop !== block.loop) continue;
    let byNs = 0;
    for (const { state, fromNs, toNs } of segments) {
      if (state === 'ready') byNs += Math.max(0, overlapNs(fromNs, toNs));
    }
    if (byNs > 0) delays.push({ agent: task, callback: null, byNs });
  }
  for (const { id, scheduledNs, dueNs, beganNs } of callbacksOf(recording).values()) {
    const byNs = beganNs === null ? 0 : overlapNs(dueNs ?? scheduledNs, beganNs);
    if (byNs > 0) delays.push({ agent: MAIN_AGENT, callback: id, byNs });
  }
  return delays.sort((a, b) => b.byNs - a.byNs);
}
