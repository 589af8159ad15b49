/** What the loops have yet to run at one moment of a trace: their ready queue and their timers. */
import type { AgentId, TraceEvent } from '../../trace/schema.ts';
import { firstIndex } from '../binary-search.ts';
import type { Agent } from '../collect/agents.ts';
import type { Queued, Timer } from '../loop-state.ts';
import { eventAt, isOver, type View } from './snapshot-view.ts';

/** In the order in which the loops will run them. */
export function readyQueue(view: View, { queuedBy }: QueueEntries): readonly Queued[] {
  const { status, queued, callback } = view.snapshot;
  const entries: Queued[] = [];
  for (const counted of inOrder(queued, callback)) {
    const entry = queuedBy(counted);
    if (!entry) continue;
    const isGone = entry.task !== null && isOver(eventAt(view, status[entry.task]));
    if (!isGone) entries.push(entry);
  }
  return Object.freeze(entries);
}

/** In the order in which they go off. */
export function timers(view: View, { timerBy }: QueueEntries): readonly Timer[] {
  const { status, queued, callback } = view.snapshot;
  const entries: Timer[] = [];
  for (const counted of inOrder(status, callback)) {
    const entry = timerBy(counted);
    if (entry && !(entry.task !== null && queued[entry.task])) entries.push(entry);
  }
  // Equal deadlines go off in the order in which they were set, which is that of the events.
  return Object.freeze(entries.sort((a, b) => a.dueNs - b.dueNs));
}

/** Numbers by size, without those that are 0: ten thousand of them sort best in such an array. */
function inOrder(some: Uint32Array, more: Uint32Array): Uint32Array {
  const all = new Uint32Array(some.length + more.length);
  all.set(some);
  all.set(more, some.length);
  all.sort();
  return all.subarray(firstIndex(all.length, (index) => all[index] !== 0));
}

/** What an event put into the ready queue, and the timer that it set; events are counted from 1. */
export interface QueueEntries {
  readonly queuedBy: (counted: number) => Queued | null;
  readonly timerBy: (counted: number) => Timer | null;
}

/**
 * Each entry is made once: ten thousand of them anew at every step would keep the garbage collector
 * busy.
 */
export function queueEntries(
  events: readonly TraceEvent[],
  agents: ReadonlyMap<AgentId, Agent>,
): QueueEntries {
  const isHidden = (task: AgentId) => agents.get(task)?.hidden ?? true;
  return {
    queuedBy: remembered(events, (event): Queued | null => {
      if (event.kind === 'task-ready' && !isHidden(event.task)) {
        return { task: event.task, callback: null, sinceNs: event.atNs, by: event.by };
      }
      if (event.kind !== 'callback-scheduled' || event.dueNs !== null) return null;
      return { task: null, callback: event.callback, sinceNs: event.atNs, by: event.by };
    }),
    timerBy: remembered(events, (event): Timer | null => {
      if (event.kind === 'step-ended' && !isHidden(event.task)) {
        const dueNs = event.waitsOn?.untilNs ?? null;
        return dueNs === null ? null : { task: event.task, callback: null, dueNs };
      }
      if (event.kind !== 'callback-scheduled' || event.dueNs === null) return null;
      return { task: null, callback: event.callback, dueNs: event.dueNs };
    }),
  };
}

/** The same function of an event, which remembers its answers and freezes them. */
function remembered<T extends object>(
  events: readonly TraceEvent[],
  of: (event: TraceEvent) => T | null,
): (counted: number) => T | null {
  const known: (T | null | undefined)[] = new Array(events.length + 1);
  return (counted) => {
    let entry = known[counted];
    if (entry === undefined) {
      const event = events[counted - 1];
      entry = event ? of(event) : null;
      if (entry) Object.freeze(entry);
      known[counted] = entry;
    }
    return entry;
  };
}
