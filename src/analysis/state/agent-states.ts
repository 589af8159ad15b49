/** What each task, thread and process does at one moment of a trace, and what it waits for. */
import { type AgentId, UNKNOWN_WAIT, type Wait } from '../../trace/schema.ts';
import type { Agent } from '../collect/agents.ts';
import type { TaskState, ThreadState } from '../loop-state.ts';
import { mainLine } from '../main-line.ts';
import { eventAt, isOver, locationOf, type View } from './snapshot-view.ts';
import type { RunnerKey } from './snapshots.ts';

/** Those created so far, in the order of their creation. */
export function taskStates(view: View): readonly TaskState[] {
  return Object.freeze(present(view, ['task']).map((task) => taskState(view, task)));
}

/** Threads and child processes started so far, in the order of their creation. */
export function threadStates(view: View): readonly ThreadState[] {
  return Object.freeze(
    present(view, ['thread', 'process']).map((thread) => threadState(view, thread)),
  );
}

function present({ agents, snapshot }: View, kinds: readonly Agent['kind'][]): Agent[] {
  const found: Agent[] = [];
  for (const agent of agents.values()) {
    if (!agent.hidden && kinds.includes(agent.kind) && snapshot.status[agent.id]) found.push(agent);
  }
  return found;
}

function taskState(view: View, { id: task, finish }: Agent): TaskState {
  const { snapshot, nowNs } = view;
  const event = eventAt(view, snapshot.status[task]);
  const woken = eventAt(view, snapshot.queued[task]);
  let status: TaskState['status'] = 'waiting';
  let sinceNs = event?.atNs ?? 0;
  let location = locationOf(eventAt(view, snapshot.line[task]));
  let waitsOn: Wait | null = null;

  if (event?.kind === 'step-began') {
    status = 'running';
  } else if (isOver(event)) {
    status = 'finished';
  } else if (woken) {
    status = 'ready';
    sinceNs = Math.max(sinceNs, woken.atNs);
  } else {
    waitsOn = event?.kind === 'step-ended' ? event.waitsOn : UNKNOWN_WAIT;
    location = waitsOn?.location ?? location;
    const dueNs = waitsOn?.untilNs ?? null;
    if (dueNs !== null && dueNs < nowNs) {
      status = 'ready';
      sinceNs = Math.max(sinceNs, dueNs);
    }
  }
  return Object.freeze({
    task,
    status,
    sinceNs,
    location,
    line: mainLine(location),
    waitsOn,
    finish: status === 'finished' ? finish : null,
  });
}

function threadState(view: View, { id: thread, kind }: Agent): ThreadState {
  const { status, line, loop } = view.snapshot;
  const event = eventAt(view, status[thread]);
  const waitsOn = event?.kind === 'parked' && !loop[thread] ? event.waitsOn : null;
  const location = waitsOn?.location ?? locationOf(eventAt(view, line[thread]));
  const isAlone = kind === 'process' || isItsTurn(view, thread);
  const current = () => {
    if (waitsOn) return 'waiting';
    if (isOver(event)) return 'finished';
    if (isAlone) return 'running';
    return loop[thread] ? 'waiting' : 'ready';
  };
  return Object.freeze({
    thread,
    status: current(),
    sinceNs: event?.atNs ?? 0,
    location,
    line: mainLine(location),
    waitsOn,
  });
}

/** Whether the thread runs, or something in its loop does. */
function isItsTurn(view: View, thread: AgentId): boolean {
  const key = view.snapshot.running.at(-1);
  return key !== undefined && threadOf(view, key) === thread;
}

/** The thread that something runs on. */
export function threadOf(view: View, key: RunnerKey): AgentId | null {
  if (key >= 0) return view.agents.get(key)?.thread ?? null;
  return eventAt(view, view.snapshot.callback[-key])?.thread ?? null;
}
