/** How the loops and everything in them stand at a step of a trace. */
import type { AgentId, PrimitiveId, PrimitiveState, Trace } from '../trace/schema.ts';
import { type Analysis, analysisOf } from './analysis.ts';
import { firstIndex } from './binary-search.ts';
import type {
  Blocking,
  LoopState,
  PrimitiveStatus,
  Runner,
  TaskState,
  ThreadState,
} from './loop-state.ts';
import { mainLine } from './main-line.ts';
import { taskStates, threadOf, threadStates } from './state/agent-states.ts';
import { readyQueue, timers } from './state/loop-queues.ts';
import { eventAt, locationOf, type View } from './state/snapshot-view.ts';

/**
 * The state after a step; before the first one at -1. It is frozen, and the same whenever it is
 * asked for.
 *
 * @param atNs a time from the step's own to that of the next: as it passes, timers become due.
 *   Default: the step's own.
 * @throws RangeError where there is no such step.
 */
export function stateAt(trace: Trace, step: number, atNs?: number): LoopState {
  const analysis = analysisOf(trace);
  const { agents, steps, output, snapshots, queueEntries } = analysis;
  const eventIndex = step === -1 ? -1 : steps[step];
  if (eventIndex === undefined) throw new RangeError(`expected a step of the trace, found ${step}`);
  const { events } = trace;
  const nowNs = atNs ?? events[eventIndex]?.atNs ?? 0;
  const view: View = { events, agents, snapshot: snapshots.after(eventIndex), nowNs };

  const tasks = taskStates(view);
  const threads = threadStates(view);
  return Object.freeze({
    step,
    atNs: nowNs,
    running: runner(view),
    blocked: blocking(analysis, eventIndex, nowNs),
    readyQueue: readyQueue(view, queueEntries),
    timers: timers(view, queueEntries),
    tasks,
    threads,
    primitives: primitives(view, waitersIn(tasks, threads), analysis),
    outputLines: firstIndex(output.length, (at) => (output[at]?.eventIndex ?? 0) > eventIndex),
  });
}

function runner(view: View): Runner | null {
  const { running, line } = view.snapshot;
  const key = running.at(-1);
  if (key === undefined) return null;
  const agent = key < 0 ? (threadOf(view, key) ?? 0) : key;
  const kind = key < 0 ? 'callback' : (view.agents.get(agent)?.kind ?? 'program');
  const location = locationOf(eventAt(view, line[agent]));
  return Object.freeze({
    kind: kind === 'process' ? 'thread' : kind,
    agent,
    callback: key < 0 ? -key : null,
    location,
    line: mainLine(location),
  });
}

/** Who waits at each primitive. */
function waitersIn(
  tasks: readonly TaskState[],
  threads: readonly ThreadState[],
): ReadonlyMap<PrimitiveId, AgentId[]> {
  const waiting = new Map<PrimitiveId, AgentId[]>();
  const add = (agent: AgentId, { status, waitsOn }: TaskState | ThreadState) => {
    if (status !== 'waiting' || waitsOn?.primitive == null) return;
    const waiters = waiting.get(waitsOn.primitive);
    if (waiters) waiters.push(agent);
    else waiting.set(waitsOn.primitive, [agent]);
  };
  for (const state of tasks) add(state.task, state);
  for (const state of threads) add(state.thread, state);
  return waiting;
}

function primitives(
  view: View,
  waiting: ReadonlyMap<PrimitiveId, AgentId[]>,
  analysis: Analysis,
): readonly PrimitiveStatus[] {
  const { status, primitive: lastChange } = view.snapshot;
  const statuses: PrimitiveStatus[] = [];
  for (const { id, type, label } of analysis.primitives.values()) {
    const event = eventAt(view, lastChange[id]);
    if (event?.kind !== 'primitive-seen' && event?.kind !== 'primitive-changed') continue;
    const waiters = (waiting.get(id) ?? []).sort((a, b) => (status[a] ?? 0) - (status[b] ?? 0));
    statuses.push(
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
  return Object.freeze(statuses);
}

function holdersOf(state: PrimitiveState): AgentId[] {
  if (state.kind === 'semaphore') return [...state.holders];
  if (state.kind !== 'lock' && state.kind !== 'condition') return [];
  return state.holder === null ? [] : [state.holder];
}

function blocking(
  { stalls, stallsOverBy }: Analysis,
  eventIndex: number,
  nowNs: number,
): Blocking | null {
  let at = firstIndex(stalls.length, (index) => (stalls[index]?.fromNs ?? 0) > nowNs) - 1;
  for (; at >= 0 && (stallsOverBy[at] ?? 0) >= nowNs; at -= 1) {
    const stall = stalls[at];
    if (!stall || stall.fromIndex > eventIndex || stall.toIndex <= eventIndex) continue;
    if (stall.isOver && stall.toNs <= nowNs) continue;
    const { by, callback, call, location, fromNs: sinceNs, toNs: untilNs } = stall;
    const line = mainLine(location);
    return Object.freeze({ by, callback, call, location, line, sinceNs, untilNs });
  }
  return null;
}
