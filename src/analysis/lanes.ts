/**
 * From a recording's events to lanes: what each task and thread was doing, from its creation to its
 * end, as a row of segments without gaps. This is the model that timelines, inspectors and checks
 * share; it knows nothing of drawing.
 */

import { type AgentId, MAIN_AGENT, type Recording } from '../trace/recording.ts';
import { type Agent, agentOf, agentsOf, type Finish } from './agents.ts';
import { holdsOf } from './holds.ts';
import { laneDrafts } from './lane-drafts.ts';
import { lateness } from './lateness.ts';
import { perRecording } from './per-recording.ts';
import { primitivesOf } from './primitives.ts';
import { blockedOf, blockingPart, runSegments } from './running-time.ts';
import type { Segment } from './segments.ts';
import { type TranscriptLine, transcriptLines } from './transcript.ts';

export type { Finish } from './agents.ts';
export type * from './segments.ts';

export interface Lane {
  /**
   * The task or thread; `MAIN_AGENT` for what the program wrote, and how it held the loop, outside
   * of both.
   */
  readonly task: AgentId;
  readonly kind: Agent['kind'];
  readonly name: string;
  /** What to call it. */
  readonly label: string;
  /** The coroutine's qualified name; empty for what is no task. */
  readonly coroutine: string;
  readonly parent: AgentId;
  /** How many lanes stand between this one and the top level: 0 for one that has no parent. */
  readonly depth: number;
  /** The line that created it. */
  readonly line: number | null;
  readonly createdNs: number;
  /** In order, each beginning where the one before it ended. Those of `MAIN_AGENT` have gaps. */
  readonly segments: readonly Segment[];
  /** Null where the run or the recording was over first. */
  readonly finish: Finish | null;
  /** When the recording lost sight of it, having reached its limit; else null. */
  readonly lostNs: number | null;
  /** The lines of output that it began. */
  readonly output: readonly TranscriptLine[];
}

/**
 * The lanes of a recording: in order of creation, with children under their parent.
 *
 * Segments that took no time are left out, but for running ones, and for the last of a task that
 * never finished: that one says what the task was still waiting for. Computing counts as blocking
 * where it lasted, or where somebody was ready meanwhile.
 */
export const lanesOf = perRecording((recording: Recording): readonly Lane[] => {
  const lostNs = recording.events.find(({ kind }) => kind === 'recording-cut')?.atNs ?? null;
  const output = Map.groupBy(transcriptLines(recording.events), ({ by }) => by);
  const primitives = primitivesOf(recording);
  const holds = Map.groupBy(holdsOf(recording), ({ by }) => by);
  const holdsBy = (agent: AgentId) => holds.get(agent) ?? [];

  const late = lateness(recording);
  const drafts = laneDrafts(recording, lostNs ?? recording.endedNs).map((draft) => {
    const agent = agentOf(recording, draft.agent);
    return { agent, pieces: late(draft.pieces, agent.loop) };
  });
  const blockingPartOf = blockingPart(
    recording,
    drafts.flatMap(({ pieces }) => pieces.filter(({ state }) => state === 'ready')),
  );

  const laneOf = (agent: Agent, segments: readonly Segment[]): Lane => ({
    task: agent.id,
    kind: agent.kind,
    name: agent.name,
    label: agent.label,
    coroutine: agent.coroutine,
    parent: agent.parent,
    depth: 0,
    line: agent.line,
    createdNs: agent.createdNs,
    segments,
    finish: agent.finish,
    lostNs: agent.finish ? null : lostNs,
    output: output.get(agent.id) ?? [],
  });
  const lanes = drafts.map(({ agent, pieces }) => {
    const segments: Segment[] = [];
    for (const piece of pieces) {
      if (piece.state === 'waiting') {
        const { state, fromNs, toNs, on } = piece;
        const primitive =
          on.primitive === null ? null : (primitives.get(on.primitive)?.label ?? null);
        segments.push({ state, fromNs, toNs, on, primitive });
      } else if (piece.state === 'running' && piece.toNs > piece.fromNs) {
        segments.push(...runSegments(piece, holdsBy(agent.id), blockingPartOf));
      } else {
        segments.push(piece);
      }
    }
    return laneOf(agent, segments);
  });
  const outside = holdsBy(MAIN_AGENT)
    .flatMap((hold) => blockingPartOf(hold) ?? [])
    .map(blockedOf);
  if (outside.length > 0 || output.has(MAIN_AGENT)) {
    lanes.unshift(laneOf(agentOf(recording, MAIN_AGENT), outside));
  }
  return Object.freeze(familyOrder(recording, lanes));
});

/** Each lane directly above its children, siblings in order of creation; housekeeping left out. */
function familyOrder(recording: Recording, lanes: readonly Lane[]): Lane[] {
  const agents = agentsOf(recording);
  const parentOf = (id: AgentId) => agents.get(id)?.parent ?? MAIN_AGENT;
  const shownParentOf = (id: AgentId) => {
    let parent = parentOf(id);
    while (agents.get(parent)?.hidden) parent = parentOf(parent);
    return parent;
  };
  const shown = lanes.filter(({ task }) => !agents.get(task)?.hidden);
  const children = Map.groupBy(shown, ({ task }) =>
    task === MAIN_AGENT ? null : shownParentOf(task),
  );

  const ordered: Lane[] = [...(children.get(null) ?? [])];
  const ahead = (children.get(MAIN_AGENT) ?? []).toReversed();
  for (let lane = ahead.pop(); lane; lane = ahead.pop()) {
    ordered.push(lane);
    const depth = lane.depth + 1;
    for (const child of (children.get(lane.task) ?? []).toReversed())
      ahead.push({ ...child, depth });
  }
  return ordered;
}
