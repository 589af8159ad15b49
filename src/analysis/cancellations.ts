/**
 * Who was cancelled, and why. No event says so: it is seen from a wait that ended before its time
 * and from what else went on at that instant.
 */

import type { AgentId, Recording, RecordingEvent, Wait } from '../trace/recording.ts';
import { type Agent, agentsOf } from './agents.ts';
import { perRecording } from './per-recording.ts';

/** The end of a wait before its time, or the end of a task that was cancelled. */
export interface Cancellation {
  readonly task: Agent;
  readonly atNs: number;
  /** What it stood at; null where it had not begun. */
  readonly wait: Wait | null;
  readonly sinceNs: number;
  readonly cause: CancellationCause;
  /** Whether it ended the task; else the task went on. */
  readonly wasFinal: boolean;
}

export type CancellationCause =
  | { readonly kind: 'agent'; readonly agent: AgentId }
  /** It awaited a task that was cancelled. */
  | { readonly kind: 'awaited'; readonly agent: AgentId }
  /** The task at the top had ended, and `asyncio.run` cancels what is left. */
  | { readonly kind: 'run-ended'; readonly agent: AgentId }
  /** Another task of its group, or one that it had started, had failed. */
  | { readonly kind: 'other-failed'; readonly agent: AgentId }
  /** The one that waited for it had a time limit. */
  | { readonly kind: 'gave-up'; readonly agent: AgentId; readonly on: Wait }
  /** No task: a time limit, `call_later` of `cancel`, a signal. */
  | { readonly kind: 'timer' }
  | { readonly kind: 'unknown' };

/** In the order in which they happened. */
export const cancellationsOf = perRecording((recording: Recording): readonly Cancellation[] => {
  const search = new Search(agentsOf(recording));
  for (const event of recording.events) search.look(event);
  return search.end();
});

/** What is known of a task while the events go by. */
interface Known {
  wait: Wait | null;
  sinceNs: number;
  /** Why it is in the ready queue; null where it is not. */
  woken: CancellationCause | null;
  /** Its waits that ended before their time, and that it has survived so far. */
  readonly early: Cancellation[];
}

class Search {
  readonly #agents: ReadonlyMap<AgentId, Agent>;
  readonly #known = new Map<AgentId, Known>();
  readonly #found: Cancellation[] = [];
  #inCallback = false;
  #failed: Agent | null = null;
  /** A task without a parent that has just ended, and nothing has run since. */
  #topEnded: Agent | null = null;

  constructor(agents: ReadonlyMap<AgentId, Agent>) {
    this.#agents = agents;
  }

  look(event: RecordingEvent): void {
    if (event.kind === 'callback-began' || event.kind === 'callback-ended') {
      this.#inCallback = event.kind === 'callback-began';
      this.#topEnded = null;
    }
    if (!('task' in event)) return;
    const task = this.#agents.get(event.task);
    if (!task || task.hidden) return;
    const { atNs } = event;
    const known = this.#knownOf(task);
    switch (event.kind) {
      case 'task-ready': {
        if (known.woken) break;
        const { wait, sinceNs } = known;
        const cause = this.#causeOf(task, event.by, atNs);
        known.woken = cause;
        if (wait && wait.untilNs !== null && wait.untilNs > atNs) {
          known.early.push({ task, atNs, wait, sinceNs, cause, wasFinal: false });
        }
        break;
      }
      case 'step-began':
        this.#topEnded = null;
        break;
      case 'step-ended':
        if (event.waitsOn) {
          Object.assign(known, { wait: event.waitsOn, sinceNs: atNs, woken: null });
        }
        break;
      case 'task-finished':
        if (event.how === 'raised') this.#failed = task;
        if (this.#agents.get(task.parent)?.kind !== 'task') this.#topEnded = task;
        this.#found.push(...(event.how === 'cancelled' ? final(task, known, atNs) : known.early));
        this.#known.delete(task.id);
        break;
      default:
        break;
    }
  }

  end(): readonly Cancellation[] {
    for (const { early } of this.#known.values()) this.#found.push(...early);
    return this.#found.sort((a, b) => a.atNs - b.atNs);
  }

  #knownOf({ id }: Agent): Known {
    const known = this.#known.get(id) ?? { wait: null, sinceNs: 0, woken: null, early: [] };
    this.#known.set(id, known);
    return known;
  }

  #causeOf(task: Agent, by: AgentId | null, atNs: number): CancellationCause {
    const { wait } = this.#knownOf(task);
    if (by !== null && by !== task.loop) {
      return { kind: wait?.task === by ? 'awaited' : 'agent', agent: by };
    }
    if (this.#inCallback) return { kind: 'unknown' };
    if (this.#topEnded?.finish?.atNs === atNs) {
      return { kind: 'run-ended', agent: this.#topEnded.id };
    }
    const failed = this.#failed;
    if (failed?.finish?.atNs === atNs && [task.parent, task.id].includes(failed.parent)) {
      return { kind: 'other-failed', agent: failed.id };
    }
    const parent = this.#known.get(task.parent);
    if (parent?.wait?.call === 'wait_for' && parent.wait.task === task.id && !parent.woken) {
      return { kind: 'gave-up', agent: task.parent, on: parent.wait };
    }
    return { kind: 'timer' };
  }
}

/** What a task went through that ended as cancelled: the last of it was the end of it. */
function final(task: Agent, known: Known, atNs: number): Cancellation[] {
  const { early, wait, woken, sinceNs } = known;
  const last = early.at(-1);
  if (last) return [...early.slice(0, -1), { ...last, wasFinal: true }];
  // Woken by its own timer, or for the first time: that was not yet the cancellation.
  const cause = wait !== null && wait.untilNs === null ? woken : null;
  const unknown: CancellationCause = { kind: 'unknown' };
  const since = wait ? sinceNs : atNs;
  return [{ task, atNs, wait, sinceNs: since, cause: cause ?? unknown, wasFinal: true }];
}
