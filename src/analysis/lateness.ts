/**
 * Who kept whom from running. A timer that goes off while somebody holds the loop is not noticed
 * until the loop is free: from then on its task no longer waits for the timer but for the loop.
 */

import type { AgentId, Recording } from '../trace/recording.ts';
import { BRIEF_NS, type Hold, holdsOf, placeNotOverBy } from './holds.ts';
import type { DraftPiece } from './lane-drafts.ts';

export type TimedPiece = Exclude<DraftPiece, { state: 'ready' }> | ReadyPiece;

export interface ReadyPiece {
  readonly state: 'ready';
  readonly fromNs: number;
  readonly toNs: number;
  /** Who held the loop when it became ready, where that took time. */
  readonly heldBy: AgentId | null;
}

/**
 * A function that splits what an agent of a loop did where it began to be late.
 *
 * With the loop held from 0.5 to 3, a wait until 1 that ended at 3 becomes a wait to 1 and a time
 * of being ready from 1 to 3.
 */
export function lateness(
  recording: Recording,
): (pieces: readonly DraftPiece[], loop: AgentId) => TimedPiece[] {
  const known = new Map<AgentId, readonly Hold[]>();
  const holdsOn = (loop: AgentId) => {
    const holds = known.get(loop) ?? holdsOnLoop(recording, loop);
    known.set(loop, holds);
    return holds;
  };
  const firstHold = (loop: AgentId, ns: number) => holdsOn(loop)[placeNotOverBy(holdsOn(loop), ns)];
  const split = (piece: DraftPiece, loop: AgentId, pieces: TimedPiece[]) => {
    if (piece.state === 'ready') {
      const hold = firstHold(loop, piece.fromNs);
      const heldBy = hold && hold.fromNs < piece.toNs ? hold.by : null;
      pieces.push({ state: 'ready', fromNs: piece.fromNs, toNs: piece.toNs, heldBy });
      return;
    }
    const dueNs = piece.state === 'waiting' ? piece.on.untilNs : null;
    const hold = dueNs !== null && dueNs < piece.toNs ? firstHold(loop, dueNs) : undefined;
    if (dueNs === null || !hold || hold.fromNs > dueNs) {
      pieces.push(piece);
      return;
    }
    const fromNs = Math.max(dueNs, piece.fromNs);
    if (fromNs > piece.fromNs) pieces.push({ ...piece, toNs: fromNs });
    pieces.push({ state: 'ready', fromNs, toNs: piece.toNs, heldBy: hold.by });
  };
  return (drafts, loop) => {
    const pieces: TimedPiece[] = [];
    for (const draft of drafts) split(draft, loop, pieces);
    return pieces;
  };
}

/** In order and apart from one another: what was computed during a blocking call is left out. */
function holdsOnLoop(recording: Recording, loop: AgentId): Hold[] {
  const holds = holdsOf(recording)
    .filter(
      (hold) => hold.loop === loop || (hold.loop === null && hold.toNs - hold.fromNs >= BRIEF_NS),
    )
    .sort((a, b) => a.fromNs - b.fromNs || b.toNs - a.toNs);
  let freeNs = 0;
  return holds.filter(({ toNs }) => {
    const isLast = toNs > freeNs;
    freeNs = Math.max(freeNs, toNs);
    return isLast;
  });
}
