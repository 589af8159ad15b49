/** What the loop has yet to run at one moment of a recording: its ready queue and its timers. */

import type { AgentId, Recording, RecordingEvent } from '../trace/recording.ts';
import { agentsOf } from './agents.ts';
import { firstPlace } from './binary-search.ts';
import type { Queued, Timer } from './loop-state.ts';
import { perRecording } from './per-recording.ts';
import { eventAt, isOver, type View } from './standing-view.ts';

/** In the order in which the loop will run them. */
export function readyQueue(view: View): readonly Queued[] {
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

/** In the order in which they go off. */
export function timers(view: View): readonly Timer[] {
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
