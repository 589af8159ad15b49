/**
 * From intervals to lanes: what each task, thread and process was doing, from its creation to its
 * end, with who made it and what it wrote. This is the model that timelines, inspectors and checks
 * share; it knows nothing of drawing.
 */
import { type AgentId, MAIN_AGENT } from '../trace/schema.ts';
import type { Agent, Finish } from './collect/agents.ts';
import type { Cancellation } from './collect/cancellations.ts';
import type { TranscriptLine } from './collect/output.ts';
import type { Interval } from './intervals.ts';
import { BRIEF_NS } from './stalls.ts';

export type { Finish } from './collect/agents.ts';

/** An interval, as part of a lane. */
export type Segment = Interval;

export interface Lane {
  /**
   * The task, thread or process; `MAIN_AGENT` for what the program wrote, and how it held the loop,
   * outside of them.
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
  /** The line of the main file that created it. */
  readonly line: number | null;
  readonly createdNs: number;
  /**
   * In order, each beginning where the one before it ended. Those of `MAIN_AGENT`, and of a thread
   * while it runs a loop, have gaps.
   */
  readonly segments: readonly Segment[];
  /** Null where the run or the trace was over first. */
  readonly finish: Finish | null;
  /** When the trace lost sight of it, having reached its limit; else null. */
  readonly lostNs: number | null;
  /** When it was asked to stop, in order. */
  readonly requests: readonly Cancellation[];
  /** The lines of output that it began. */
  readonly output: readonly TranscriptLine[];
}

/** The states a task passes through; `finished` is the end of a lane, not an interval of it. */
export type LaneState = Interval['state'] | 'finished';

export interface LaneSources {
  readonly agents: ReadonlyMap<AgentId, Agent>;
  readonly intervals: ReadonlyMap<AgentId, readonly Interval[]>;
  readonly cancellations: readonly Cancellation[];
  readonly output: readonly TranscriptLine[];
  /** When the trace was cut; null where it was not. */
  readonly cutNs: number | null;
}

/** In order of creation, with children under their parent; housekeeping is left out. */
export function lanesFrom(sources: LaneSources): readonly Lane[] {
  const { agents, intervals, cancellations, output, cutNs } = sources;
  const asked = Map.groupBy(cancellations, ({ task }) => task);
  const written = Map.groupBy(output, ({ by }) => by);
  const lanes = [...agents.values()].flatMap((agent): Lane[] => {
    if (agent.hidden) return [];
    const { id: task, kind, name, label, coroutine, parent, line, createdNs, finish } = agent;
    const own = intervals.get(task) ?? [];
    const lane: Lane = {
      ...{ task, kind, name, label, coroutine, parent, depth: 0, line, createdNs, finish },
      segments: task === MAIN_AGENT ? own.filter(isOfNote) : own,
      lostNs: finish ? null : cutNs,
      requests: asked.get(task) ?? [],
      output: written.get(task) ?? [],
    };
    const isEmpty = lane.segments.length === 0 && lane.output.length === 0;
    return task === MAIN_AGENT && isEmpty ? [] : [lane];
  });
  return Object.freeze(familyOrder(lanes, agents));
}

/** What the program runs outside tasks is most often nothing but what starts the loop. */
function isOfNote({ state, fromNs, toNs }: Interval): boolean {
  return state !== 'running' || toNs - fromNs >= BRIEF_NS;
}

/** Each lane directly above its children, siblings in order of creation. */
function familyOrder(lanes: readonly Lane[], agents: ReadonlyMap<AgentId, Agent>): Lane[] {
  const shownParents = new Map<AgentId, AgentId>();
  for (const { id, parent } of agents.values()) {
    // Parents come first: theirs is known by now.
    const isHidden = agents.get(parent)?.hidden ?? false;
    shownParents.set(id, isHidden ? (shownParents.get(parent) ?? MAIN_AGENT) : parent);
  }
  const children = Map.groupBy(lanes, ({ task }) =>
    task === MAIN_AGENT ? null : (shownParents.get(task) ?? MAIN_AGENT),
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
