/**
 * From a recording's events to lanes: what each task was doing, from its creation to its end, as a
 * row of segments without gaps. This is the model that timelines, inspectors and checks share; it
 * knows nothing of drawing.
 */
import {
  type AgentId,
  MAIN_AGENT,
  type Recording,
  type RecordingEvent,
  type TaskFinished,
  type Wait,
} from './recording.ts';
import { type TranscriptLine, transcriptLines } from './transcript.ts';

export interface Lane {
  /** The task; `MAIN_AGENT` for what the program wrote or blocked outside every task. */
  readonly task: AgentId;
  readonly name: string;
  /** The coroutine's qualified name; empty for `MAIN_AGENT`. */
  readonly coroutine: string;
  readonly parent: AgentId;
  /** How many tasks stand between this one and the top level: 0 for a task that has no parent. */
  readonly depth: number;
  /** The line that created it. */
  readonly line: number | null;
  readonly createdNs: number;
  /** In order, each beginning where the one before it ended. Those of `MAIN_AGENT` have gaps. */
  readonly segments: readonly Segment[];
  /** Null where the run was over first. */
  readonly finish: Finish | null;
  /** The lines of output that the task began. */
  readonly output: readonly TranscriptLine[];
}

export type Segment = Running | Waiting | Ready | Blocked;

/** The states a task passes through; `finished` is the end of a lane, not a segment of it. */
export type LaneState = Segment['state'] | 'finished';

interface Span {
  readonly fromNs: number;
  readonly toNs: number;
}

/** The task's own code ran. Most often this took no virtual time at all. */
export interface Running extends Span {
  readonly state: 'running';
}

export interface Waiting extends Span {
  readonly state: 'waiting';
  readonly on: Wait;
}

/** The task could have run, had the loop been free. */
export interface Ready extends Span {
  readonly state: 'ready';
  /** Who kept the loop from it, where that took time. */
  readonly heldBy: AgentId | null;
}

/** The task held the loop's thread in a blocking call. */
export interface Blocked extends Span {
  readonly state: 'blocked';
  readonly call: string;
  readonly line: number | null;
}

export type Finish = Pick<TaskFinished, 'atNs' | 'how' | 'detail'>;

/**
 * The lanes of a recording: in order of creation, with children under their parent.
 *
 * Segments that took no time are left out, but for running ones, and for the last of a task that
 * never finished: that one says what the task was still waiting for.
 */
export function lanesOf(recording: Recording): Lane[] {
  const drafts = new Map<AgentId, Draft>();
  for (const event of recording.events) record(drafts, event);
  const holds = [...drafts.values()].flatMap((draft) => draft.holds).sort(byStart);
  const output = Map.groupBy(transcriptLines(recording.events), ({ by }) => by);
  if (output.has(MAIN_AGENT)) outsideDraft(drafts);

  const whole = { drafts, holds, output, endedNs: recording.endedNs };
  const lanes = [...drafts.values()].map((draft) => laneOf(draft, whole));
  return familyOrder(lanes.filter((lane) => !isHousekeeping(lane)));
}

/** A lane being gathered, event by event. */
interface Draft {
  readonly task: AgentId;
  readonly name: string;
  readonly coroutine: string;
  readonly parent: AgentId;
  readonly line: number | null;
  readonly createdNs: number;
  readonly segments: Segment[];
  /** When this task kept the loop for longer than an instant. */
  readonly holds: Hold[];
  open: Open | null;
  finish: Finish | null;
}

type Open =
  | { readonly state: 'ready'; readonly sinceNs: number }
  | { readonly state: 'waiting'; readonly sinceNs: number; readonly on: Wait }
  | {
      readonly state: 'running';
      readonly sinceNs: number;
      readonly stepNs: number;
      /** It was put into the ready queue during its own step, as `sleep(0)` does. */
      readonly again: boolean;
      readonly blocked: boolean;
    };

interface Hold extends Span {
  readonly by: AgentId;
}

function record(drafts: Map<AgentId, Draft>, event: RecordingEvent): void {
  switch (event.kind) {
    case 'task-created':
      drafts.set(event.task, {
        task: event.task,
        name: event.name,
        coroutine: event.coroutine,
        parent: event.parent,
        line: event.line,
        createdNs: event.atNs,
        segments: [],
        holds: [],
        open: { state: 'ready', sinceNs: event.atNs },
        finish: null,
      });
      break;
    case 'task-ready': {
      const draft = draftOf(drafts, event.task);
      if (draft.open?.state === 'running') draft.open = { ...draft.open, again: true };
      else if (draft.open?.state === 'waiting') {
        close(draft, event.atNs);
        draft.open = { state: 'ready', sinceNs: event.atNs };
      }
      break;
    }
    case 'step-began': {
      const draft = draftOf(drafts, event.task);
      close(draft, event.atNs);
      const { atNs } = event;
      draft.open = { state: 'running', sinceNs: atNs, stepNs: atNs, again: false, blocked: false };
      break;
    }
    case 'step-ended': {
      const draft = draftOf(drafts, event.task);
      const again = draft.open?.state === 'running' && draft.open.again;
      close(draft, event.atNs);
      if (event.waitsOn === null) draft.open = null;
      else if (again) draft.open = { state: 'ready', sinceNs: event.atNs };
      else draft.open = { state: 'waiting', sinceNs: event.atNs, on: event.waitsOn };
      break;
    }
    case 'task-finished': {
      const draft = draftOf(drafts, event.task);
      close(draft, event.atNs);
      draft.open = null;
      draft.finish = { atNs: event.atNs, how: event.how, detail: event.detail };
      break;
    }
    case 'loop-blocked':
      block(event.by === MAIN_AGENT ? outsideDraft(drafts) : draftOf(drafts, event.by), event);
      break;
    // Threads, callbacks and primitives have no lane here yet.
    default:
      break;
  }
}

function block(draft: Draft, event: Extract<RecordingEvent, { kind: 'loop-blocked' }>): void {
  const { fromNs, atNs: toNs, call, line } = event;
  const { open } = draft;
  if (open?.state === 'running') {
    if (fromNs > open.sinceNs) {
      draft.segments.push({ state: 'running', fromNs: open.sinceNs, toNs: fromNs });
    }
    draft.open = { ...open, sinceNs: toNs, blocked: true };
  } else {
    draft.holds.push({ fromNs, toNs, by: draft.task });
  }
  draft.segments.push({ state: 'blocked', fromNs, toNs, call, line });
}

/** Turns the open state into a segment, if it lasted; a step that only ran always leaves a mark. */
function close(draft: Draft, atNs: number): void {
  const { open } = draft;
  if (!open) return;
  const span = { fromNs: open.sinceNs, toNs: atNs };
  const lasted = atNs > open.sinceNs;
  if (open.state === 'running') {
    if (lasted || !open.blocked) draft.segments.push({ state: 'running', ...span });
    if (atNs > open.stepNs) draft.holds.push({ fromNs: open.stepNs, toNs: atNs, by: draft.task });
  } else if (lasted) {
    draft.segments.push(segmentOf(open, span));
  }
}

function segmentOf(open: Exclude<Open, { state: 'running' }>, span: Span): Segment {
  return open.state === 'waiting'
    ? { state: 'waiting', ...span, on: open.on }
    : { state: 'ready', ...span, heldBy: null };
}

interface Whole {
  readonly drafts: ReadonlyMap<AgentId, Draft>;
  readonly holds: readonly Hold[];
  readonly output: ReadonlyMap<AgentId, readonly TranscriptLine[]>;
  readonly endedNs: number;
}

function laneOf(draft: Draft, { drafts, holds, output, endedNs }: Whole): Lane {
  const { task, name, coroutine, parent, line, createdNs, finish, open } = draft;
  const segments = [...draft.segments];
  if (open) {
    const span = { fromNs: open.sinceNs, toNs: Math.max(open.sinceNs, endedNs) };
    segments.push(open.state === 'running' ? { state: 'running', ...span } : segmentOf(open, span));
  }
  return {
    task,
    name,
    coroutine,
    parent,
    depth: depthOf(drafts, parent),
    line,
    createdNs,
    segments: segments.flatMap((segment) => heldUp(segment, holds)),
    finish,
    output: output.get(task) ?? [],
  };
}

/**
 * A timer that goes off while another task holds the loop is not noticed until the loop is free:
 * from then on its task no longer waits for the timer but for the loop.
 */
function heldUp(segment: Segment, holds: readonly Hold[]): Segment[] {
  if (segment.state === 'ready') {
    const hold = firstHoldAfter(holds, segment.fromNs);
    return [hold && hold.fromNs < segment.toNs ? { ...segment, heldBy: hold.by } : segment];
  }
  const dueNs = segment.state === 'waiting' ? segment.on.untilNs : null;
  if (dueNs === null || dueNs >= segment.toNs) return [segment];
  const hold = firstHoldAfter(holds, dueNs);
  if (!hold || hold.fromNs > dueNs) return [segment];

  const splitNs = Math.max(dueNs, segment.fromNs);
  const freeNs = Math.min(segment.toNs, hold.toNs);
  const pieces: Segment[] = [
    { ...segment, toNs: splitNs },
    { state: 'ready', fromNs: splitNs, toNs: freeNs, heldBy: hold.by },
    { ...segment, fromNs: freeNs },
  ];
  return pieces.filter(({ fromNs, toNs }) => toNs > fromNs);
}

/** The first hold that was not over by then. The loop is one thread: holds never overlap. */
function firstHoldAfter(holds: readonly Hold[], ns: number): Hold | undefined {
  let low = 0;
  for (let high = holds.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((holds[middle]?.toNs ?? 0) > ns) high = middle;
    else low = middle + 1;
  }
  return holds[low];
}

/** What ran outside every task has a lane only where it blocked the loop or wrote. */
function outsideDraft(drafts: Map<AgentId, Draft>): Draft {
  const known = drafts.get(MAIN_AGENT);
  if (known) return known;
  const draft: Draft = {
    task: MAIN_AGENT,
    name: '',
    coroutine: '',
    parent: MAIN_AGENT,
    line: null,
    createdNs: 0,
    segments: [],
    holds: [],
    open: null,
    finish: null,
  };
  drafts.set(MAIN_AGENT, draft);
  return draft;
}

/** `asyncio.run` ends by starting these; they are of interest only where they took time. */
const HOUSEKEEPING = new Set([
  'BaseEventLoop.shutdown_asyncgens',
  'BaseEventLoop.shutdown_default_executor',
]);

function isHousekeeping({ coroutine, createdNs, finish }: Lane): boolean {
  return HOUSEKEEPING.has(coroutine) && finish?.atNs === createdNs;
}

function depthOf(drafts: ReadonlyMap<AgentId, Draft>, parent: AgentId): number {
  let depth = 0;
  for (let at = parent; at !== MAIN_AGENT; depth += 1) at = drafts.get(at)?.parent ?? MAIN_AGENT;
  return depth;
}

/** Each lane directly above its children, siblings in order of creation. */
function familyOrder(lanes: readonly Lane[]): Lane[] {
  const children = Map.groupBy(
    lanes.filter(({ task }) => task !== MAIN_AGENT),
    ({ parent }) => parent,
  );
  const under = (parent: AgentId): Lane[] =>
    (children.get(parent) ?? []).flatMap((lane) => [lane, ...under(lane.task)]);
  return [...lanes.filter(({ task }) => task === MAIN_AGENT), ...under(MAIN_AGENT)];
}

function draftOf(drafts: ReadonlyMap<AgentId, Draft>, task: AgentId): Draft {
  const draft = drafts.get(task);
  if (!draft) throw new Error(`the recording speaks of task ${task} before creating it`);
  return draft;
}

function byStart(a: Hold, b: Hold): number {
  return a.fromNs - b.fromNs;
}
