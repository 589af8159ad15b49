/**
 * When somebody kept an event loop's thread for longer than an instant, and how: by a blocking call,
 * or by computing.
 */

import {
  type AgentId,
  type CallbackId,
  MAIN_AGENT,
  type Recording,
  type RecordingEvent,
} from '../trace/recording.ts';
import { agentsOf } from './agents.ts';
import { firstPlace } from './binary-search.ts';
import { perRecording } from './per-recording.ts';

/** Computing for less than this is not blamed for anything: every step of every task would be. */
export const BRIEF_NS = 1e6;

/** Computing for this long is blocking, whoever waits: `slow_callback_duration` in asyncio. */
export const LONG_NS = 100e6;

export interface Hold {
  readonly fromNs: number;
  readonly toNs: number;
  readonly by: AgentId;
  /** The callback that ran, where no task did. */
  readonly callback: CallbackId | null;
  /** The blocking call, `time.sleep`; empty where it computed. */
  readonly call: string;
  readonly line: number | null;
  /** The loop that stood still; null for all of them: only one thread computes at a time. */
  readonly loop: AgentId | null;
  /** Place of the last event before it, and of the event that ended it. */
  readonly fromPlace: number;
  readonly toPlace: number;
}

/** In the order in which they ended. Those of one agent never overlap. */
export const holdsOf = perRecording((recording: Recording): readonly Hold[] => {
  const agents = agentsOf(recording);
  const holds: Hold[] = [];
  const runners = new Map<Runner['key'], Runner>();
  let callback: CallbackId | null = null;

  const keyOf = (by: AgentId) => (by === MAIN_AGENT && callback !== null ? `${callback}` : by);
  const begin = (key: Runner['key'], by: AgentId, { atNs }: RecordingEvent, place: number) => {
    runners.set(key, { by, key, sinceNs: atNs, sincePlace: place, lastPlace: place, line: null });
  };
  /** Since its last blocking call, or since it began, it has computed. */
  const computed = (runner: Runner, toNs: number, toPlace: number) => {
    const { by, key, sinceNs: fromNs, sincePlace: fromPlace, line } = runner;
    if (toNs <= fromNs) return;
    const loop = null;
    holds.push({ fromNs, toNs, by, ...onBehalf(key), call: '', line, loop, fromPlace, toPlace });
    // The thread under a loop's task has not computed as well.
    const thread = runners.get(agents.get(by)?.loop ?? MAIN_AGENT);
    if (thread && thread !== runner) thread.sinceNs = toNs;
  };
  const end = (key: Runner['key'], event: RecordingEvent, place: number) => {
    const runner = runners.get(key);
    if (runner) computed(runner, event.atNs, place);
    runners.delete(key);
  };

  for (const [place, event] of recording.events.entries()) {
    switch (event.kind) {
      case 'step-began':
        begin(event.task, event.task, event, place);
        break;
      case 'step-ended':
        end(event.task, event, place);
        break;
      case 'callback-began':
        callback = event.callback;
        begin(keyOf(MAIN_AGENT), MAIN_AGENT, event, place);
        break;
      case 'callback-ended':
        end(keyOf(MAIN_AGENT), event, place);
        callback = null;
        break;
      case 'thread-started':
      case 'thread-resumed':
        begin(event.thread, event.thread, event, place);
        break;
      case 'thread-parked':
      case 'thread-ended':
        end(event.thread, event, place);
        break;
      case 'line':
      case 'output': {
        const runner = runners.get(keyOf(event.by));
        if (runner) acted(runner, event, place);
        break;
      }
      case 'loop-blocked': {
        const { by, fromNs, atNs: toNs, call, line } = event;
        const key = keyOf(by);
        const runner = runners.get(key);
        if (runner) computed(runner, fromNs, place);
        const fromPlace = runner?.lastPlace ?? Math.max(0, place - 1);
        const loop = agents.get(by)?.loop ?? MAIN_AGENT;
        const ended = { toNs, toPlace: place };
        holds.push({ fromNs, by, ...onBehalf(key), call, line, loop, fromPlace, ...ended });
        if (runner)
          Object.assign(runner, { sinceNs: toNs, sincePlace: place, lastPlace: place, line });
        break;
      }
      default:
        break;
    }
  }
  const wasCut = recording.events.some(({ kind }) => kind === 'recording-cut');
  if (!wasCut) {
    for (const runner of [...runners.values()].reverse()) {
      computed(runner, recording.endedNs, recording.events.length);
    }
  }
  return holds;
});

/** The place of the first of some spans, in order and apart from one another, not over by then. */
export function placeNotOverBy(spans: readonly { readonly toNs: number }[], ns: number): number {
  return firstPlace(spans.length, (place) => (spans[place]?.toNs ?? 0) > ns);
}

/** Who runs, and since when without a blocking call. */
interface Runner {
  /** A task's or a thread's number; a callback's as text. */
  readonly key: AgentId | string;
  readonly by: AgentId;
  sinceNs: number;
  /** The last thing it did before time went by, and the line of the program it was at. */
  sincePlace: number;
  line: number | null;
  lastPlace: number;
}

function onBehalf(key: Runner['key']): Pick<Hold, 'callback'> {
  return { callback: typeof key === 'string' ? Number(key) : null };
}

function acted(runner: Runner, event: RecordingEvent, place: number): void {
  runner.lastPlace = place;
  if (event.atNs > runner.sinceNs) return;
  runner.sincePlace = place;
  if (event.kind === 'line') runner.line = event.line;
}
