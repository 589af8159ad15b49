/** How the loop and everything in it stands at a step of a recording. */
import { type Agent, agentsOf } from './agents.ts';
import { firstPlace } from './binary-search.ts';
import { blocksOf } from './blocks.ts';
import type {
  Blocking,
  LoopState,
  PrimitiveStanding,
  Queued,
  Runner,
  TaskState,
  ThreadState,
  Timer,
} from './loop-state.ts';
import { linesBegun } from './output-lines.ts';
import { perRecording } from './per-recording.ts';
import { primitivesOf } from './primitives.ts';
import {
  type AgentId,
  MAIN_AGENT,
  type PrimitiveId,
  type PrimitiveState,
  type Recording,
  type RecordingEvent,
  type Wait,
} from './recording.ts';
import { type Standing, standingAt } from './replay.ts';
import { stepPlacesOf } from './steps.ts';

/**
 * The state after a step; before the first one at -1. It is frozen, and the same whenever it is
 * asked for.
 *
 * @param atNs a time from the step's own to that of the next: as it passes, timers become due.
 *   Default: the step's own.
 * @throws RangeError where there is no such step.
 */
export function stateAt(recording: Recording, step: number, atNs?: number): LoopState {
  const place = step === -1 ? -1 : stepPlacesOf(recording)[step];
  if (place === undefined) throw new RangeError(`expected a step of the recording, found ${step}`);
  const nowNs = atNs ?? recording.events[place]?.atNs ?? 0;
  const view: View = { recording, standing: standingAt(recording, place), nowNs };

  const shown = shownAgentsOf(recording);
  const isThere = ({ id }: Agent) => view.standing.status[id] !== 0;
  const tasks = shown.tasks.filter(isThere).map((task) => taskState(view, task));
  const threads = shown.threads.filter(isThere).map((thread) => threadState(view, thread));
  return Object.freeze({
    step,
    atNs: nowNs,
    running: runner(view),
    blocked: blocking(recording, place, nowNs),
    readyQueue: readyQueue(view),
    timers: timers(view),
    tasks: Object.freeze(tasks),
    threads: Object.freeze(threads),
    primitives: primitives(view, tasks),
    outputLines: linesBegun(recording, place),
  });
}

const shownAgentsOf = perRecording((recording: Recording) => {
  const shown = [...agentsOf(recording).values()].filter(({ hidden }) => !hidden);
  return {
    tasks: shown.filter(({ kind }) => kind === 'task'),
    threads: shown.filter(({ kind }) => kind === 'thread'),
  };
});

interface View {
  readonly recording: Recording;
  readonly standing: Standing;
  readonly nowNs: number;
}

/** The event that a standing speaks of, whose places count from 1. */
function eventAt({ recording }: View, place: number | undefined): RecordingEvent | undefined {
  return place ? recording.events[place - 1] : undefined;
}

const UNKNOWN: Wait = Object.freeze({
  line: null,
  call: null,
  task: null,
  primitive: null,
  untilNs: null,
});

function taskState(view: View, { id: task, finish }: Agent): TaskState {
  const { standing, nowNs } = view;
  const event = eventAt(view, standing.status[task]);
  const woken = eventAt(view, standing.queued[task]);
  let status: TaskState['status'] = 'waiting';
  let sinceNs = event?.atNs ?? 0;
  let line = lineOf(eventAt(view, standing.line[task]));
  let waitsOn: Wait | null = null;

  if (event?.kind === 'step-began') {
    status = 'running';
  } else if (isOver(event)) {
    status = 'finished';
  } else if (woken) {
    status = 'ready';
    sinceNs = Math.max(sinceNs, woken.atNs);
  } else {
    // An eager task has begun before anything is told of it but its creation.
    waitsOn = event?.kind === 'step-ended' ? event.waitsOn : UNKNOWN;
    line = waitsOn?.line ?? line;
    const dueNs = waitsOn?.untilNs ?? null;
    if (dueNs !== null && dueNs < nowNs) {
      status = 'ready';
      sinceNs = Math.max(sinceNs, dueNs);
    }
  }
  const how = status === 'finished' ? finish : null;
  return Object.freeze({ task, status, sinceNs, line, waitsOn, finish: how });
}

/** Whether the last that is known of a task says that it has finished. */
function isOver(event: RecordingEvent | undefined): boolean {
  return event?.kind === 'task-finished' || (event?.kind === 'step-ended' && !event.waitsOn);
}

function threadState(view: View, { id: thread }: Agent): ThreadState {
  const { status, line, running } = view.standing;
  const event = eventAt(view, status[thread]);
  const waitsOn = event?.kind === 'thread-parked' ? event.waitsOn : null;
  const at = waitsOn?.line ?? lineOf(eventAt(view, line[thread]));
  const plain = { thread, sinceNs: event?.atNs ?? 0, line: at, waitsOn };
  if (waitsOn) return Object.freeze({ ...plain, status: 'waiting' });
  if (event?.kind === 'thread-ended') return Object.freeze({ ...plain, status: 'finished' });
  return Object.freeze({ ...plain, status: running.at(-1) === thread ? 'running' : 'ready' });
}

function lineOf(event: RecordingEvent | undefined): number | null {
  switch (event?.kind) {
    case 'line':
      return event.line;
    case 'step-ended':
    case 'thread-parked':
      return event.waitsOn?.line ?? null;
    default:
      return null;
  }
}

function runner(view: View): Runner | null {
  const { running, line } = view.standing;
  const key = running.at(-1);
  if (key === undefined) return null;
  const agent = Math.max(key, MAIN_AGENT);
  const kind = agentsOf(view.recording).get(agent)?.kind ?? 'program';
  return Object.freeze({
    kind: key < 0 ? 'callback' : kind,
    agent,
    callback: key < 0 ? -key : null,
    line: lineOf(eventAt(view, line[agent])),
  });
}

function readyQueue(view: View): readonly Queued[] {
  const { status, queued, callback } = view.standing;
  const { queuedBy } = entriesOf(view.recording);
  const entries: Queued[] = [];
  for (const place of inOrder(queued, callback)) {
    const entry = queuedBy(place);
    if (!entry) continue;
    const isGone = entry.task !== null && isOver(eventAt(view, status[entry.task]));
    if (!isGone) entries.push(entry);
  }
  return Object.freeze(entries);
}

function timers(view: View): readonly Timer[] {
  const { status, queued, callback } = view.standing;
  const { timerBy } = entriesOf(view.recording);
  const entries: Timer[] = [];
  for (const place of inOrder(status, callback)) {
    const entry = timerBy(place);
    if (entry && !(entry.task !== null && queued[entry.task])) entries.push(entry);
  }
  // Equal deadlines go off in the order in which they were set, which is that of the places.
  return Object.freeze(entries.sort((a, b) => a.dueNs - b.dueNs));
}

/** Places of events by size, without those that are 0: ten thousand numbers sort best as such. */
function inOrder(some: Uint32Array, more: Uint32Array): Uint32Array {
  const places = new Uint32Array(some.length + more.length);
  places.set(some);
  places.set(more, some.length);
  places.sort();
  return places.subarray(firstPlace(places.length, (at) => places[at] !== 0));
}

/**
 * What an event put into the ready queue, and the timer that it set. Each is made once: ten
 * thousand of them anew at every step would keep the garbage collector busy.
 */
const entriesOf = perRecording((recording: Recording) => {
  const agents = agentsOf(recording);
  const isHidden = (task: AgentId) => agents.get(task)?.hidden ?? true;
  return {
    queuedBy: rememberedAt(recording, (event): Queued | null => {
      if (event.kind === 'task-ready' && !isHidden(event.task)) {
        return { task: event.task, callback: null, sinceNs: event.atNs, by: event.by };
      }
      if (event.kind !== 'callback-scheduled' || event.dueNs !== null) return null;
      return { task: null, callback: event.callback, sinceNs: event.atNs, by: event.by };
    }),
    timerBy: rememberedAt(recording, (event): Timer | null => {
      if (event.kind === 'step-ended' && !isHidden(event.task)) {
        const dueNs = event.waitsOn?.untilNs ?? null;
        return dueNs === null ? null : { task: event.task, callback: null, dueNs };
      }
      if (event.kind !== 'callback-scheduled' || event.dueNs === null) return null;
      return { task: null, callback: event.callback, dueNs: event.dueNs };
    }),
  };
});

/** The same function of the event before a place, which remembers its answers and freezes them. */
function rememberedAt<T extends object>(
  { events }: Recording,
  of: (event: RecordingEvent) => T | null,
): (place: number) => T | null {
  const known: (T | null | undefined)[] = new Array(events.length + 1);
  return (place) => {
    let entry = known[place];
    if (entry === undefined) {
      const event = events[place - 1];
      entry = event ? of(event) : null;
      if (entry) Object.freeze(entry);
      known[place] = entry;
    }
    return entry;
  };
}

function primitives(view: View, tasks: readonly TaskState[]): readonly PrimitiveStanding[] {
  const { status, primitive: lastChange } = view.standing;
  const waiting = new Map<PrimitiveId, AgentId[]>();
  for (const { task, status, waitsOn } of tasks) {
    if (status !== 'waiting' || waitsOn?.primitive == null) continue;
    const waiters = waiting.get(waitsOn.primitive);
    if (waiters) waiters.push(task);
    else waiting.set(waitsOn.primitive, [task]);
  }
  const standings: PrimitiveStanding[] = [];
  for (const { id, type, label } of primitivesOf(view.recording).values()) {
    const event = eventAt(view, lastChange[id]);
    if (event?.kind !== 'primitive-seen' && event?.kind !== 'primitive-changed') continue;
    const waiters = (waiting.get(id) ?? []).sort((a, b) => (status[a] ?? 0) - (status[b] ?? 0));
    standings.push(
      Object.freeze({
        primitive: id,
        type,
        label,
        state: event.state,
        holders: Object.freeze(holdersOf(event.state)),
        waiters: Object.freeze(waiters),
      }),
    );
  }
  return Object.freeze(standings);
}

export function holdersOf(state: PrimitiveState): AgentId[] {
  if (state.kind === 'semaphore') return [...state.holders];
  if (state.kind !== 'lock' && state.kind !== 'condition') return [];
  return state.holder === null ? [] : [state.holder];
}

function blocking(recording: Recording, place: number, nowNs: number): Blocking | null {
  const blocks = blocksOf(recording);
  const latestEndNs = latestEndsOf(recording);
  let at = firstPlace(blocks.length, (block) => (blocks[block]?.fromNs ?? 0) > nowNs) - 1;
  for (; at >= 0 && (latestEndNs[at] ?? 0) > nowNs; at -= 1) {
    const block = blocks[at];
    if (!block || block.toNs <= nowNs || block.fromPlace > place || block.toPlace <= place)
      continue;
    const { by, callback, call, line, fromNs: sinceNs, toNs: untilNs } = block;
    return Object.freeze({ by, callback, call, line, sinceNs, untilNs });
  }
  return null;
}

/** For each block, when the last of those up to it was over: blocks of several loops overlap. */
const latestEndsOf = perRecording((recording: Recording): Float64Array => {
  let latestNs = 0;
  return Float64Array.from(blocksOf(recording), ({ toNs }) => {
    latestNs = Math.max(latestNs, toNs);
    return latestNs;
  });
});
