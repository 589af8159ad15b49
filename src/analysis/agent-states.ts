/** What each task and thread does at one moment of a recording, and what it waits for. */

import { type Recording, UNKNOWN_WAIT, type Wait } from '../trace/recording.ts';
import { type Agent, agentsOf } from './agents.ts';
import type { TaskState, ThreadState } from './loop-state.ts';
import { perRecording } from './per-recording.ts';
import { eventAt, isOver, lineOf, type View } from './standing-view.ts';

/** Those created so far, in the order of their creation. */
export function taskStates(view: View): readonly TaskState[] {
  const tasks = shownAgentsOf(view.recording).tasks.filter(isThere(view));
  return Object.freeze(tasks.map((task) => taskState(view, task)));
}

/** Those started so far, in the order of their creation. */
export function threadStates(view: View): readonly ThreadState[] {
  const threads = shownAgentsOf(view.recording).threads.filter(isThere(view));
  return Object.freeze(threads.map((thread) => threadState(view, thread)));
}

function isThere({ standing }: View): (agent: Agent) => boolean {
  return ({ id }) => standing.status[id] !== 0;
}

const shownAgentsOf = perRecording((recording: Recording) => {
  const shown = [...agentsOf(recording).values()].filter(({ hidden }) => !hidden);
  return {
    tasks: shown.filter(({ kind }) => kind === 'task'),
    threads: shown.filter(({ kind }) => kind === 'thread'),
  };
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
    waitsOn = event?.kind === 'step-ended' ? event.waitsOn : UNKNOWN_WAIT;
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
