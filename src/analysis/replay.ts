/**
 * How things stand after any event of a recording, quickly. All that is kept is, for each task,
 * thread, callback and primitive, the place of the last event about it; what that event says is
 * looked up when it is asked for. That makes a copy cheap, so one is kept every few thousand events.
 */

import { MAIN_AGENT, type Recording, type RecordingEvent } from '../trace/recording.ts';
import { agentsOf } from './agents.ts';
import { callbacksOf } from './callbacks.ts';
import { perRecording } from './per-recording.ts';
import { primitivesOf } from './primitives.ts';

/** An agent by its number, or a callback by its number's negative. */
export type RunnerKey = number;

/** Places count from 1 in here: 0 stands for no event yet. */
export interface Standing {
  /** The last event about each agent that says whether it is ready, runs, waits or has ended. */
  readonly status: Uint32Array;
  /** When each agent was last put into the ready queue; 0 when it was taken from there. */
  readonly queued: Uint32Array;
  /** The last event that says at which line each agent is. */
  readonly line: Uint32Array;
  readonly callback: Uint32Array;
  readonly primitive: Uint32Array;
  /** Whose turn it is: those who have begun to run and not stopped; the last of them acts. */
  readonly running: readonly RunnerKey[];
}

/** How things stand after the event at a place; before all of them at -1. */
export function standingAt(recording: Recording, place: number): Standing {
  const { everyEvents, standings } = checkpointsOf(recording);
  const nearest = Math.floor((place + 1) / everyEvents);
  const known = standings[nearest];
  if (!known)
    throw new RangeError(`expected a place below ${recording.events.length}, found ${place}`);
  const replay = new Replay(recording, known);
  for (let next = nearest * everyEvents; next <= place; next += 1) replay.apply(next);
  return replay;
}

const FEWEST_EVENTS = 4_096;

/** What all checkpoints of a recording may take; a recording that needs more has fewer of them. */
const MOST_BYTES = 6e6;

interface Checkpoints {
  readonly everyEvents: number;
  /** The first is that before all events. */
  readonly standings: readonly Standing[];
}

const checkpointsOf = perRecording((recording: Recording): Checkpoints => {
  const { events } = recording;
  const replay = new Replay(recording, nothingYet(recording));
  const most = MOST_BYTES / replay.bytes;
  const everyEvents = Math.max(FEWEST_EVENTS, Math.ceil(events.length / most));
  const standings: Standing[] = [];
  for (let place = 0; place < events.length; place += 1) {
    if (place % everyEvents === 0) standings.push(new Replay(recording, replay));
    replay.apply(place);
  }
  if (events.length % everyEvents === 0) standings.push(replay);
  return { everyEvents, standings };
});

function nothingYet(recording: Recording): Standing {
  const room = (numbers: ReadonlyMap<number, unknown>) => {
    let most = 0;
    for (const number of numbers.keys()) most = Math.max(most, number);
    return new Uint32Array(most + 1);
  };
  const agents = agentsOf(recording);
  return {
    status: room(agents),
    queued: room(agents),
    line: room(agents),
    callback: room(callbacksOf(recording)),
    primitive: room(primitivesOf(recording)),
    running: [],
  };
}

class Replay implements Standing {
  readonly status: Uint32Array;
  readonly queued: Uint32Array;
  readonly line: Uint32Array;
  readonly callback: Uint32Array;
  readonly primitive: Uint32Array;
  readonly running: RunnerKey[];
  readonly #events: readonly RecordingEvent[];

  constructor({ events }: Recording, from: Standing) {
    this.#events = events;
    this.status = from.status.slice();
    this.queued = from.queued.slice();
    this.line = from.line.slice();
    this.callback = from.callback.slice();
    this.primitive = from.primitive.slice();
    this.running = [...from.running];
  }

  get bytes(): number {
    const { status, queued, line, callback, primitive } = this;
    const arrays = [status, queued, line, callback, primitive];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  apply(at: number): void {
    const event = this.#events[at];
    if (!event) return;
    const place = at + 1;
    switch (event.kind) {
      case 'task-created':
        this.status[event.task] = place;
        break;
      case 'task-ready':
        this.queued[event.task] = place;
        break;
      case 'step-began':
        this.status[event.task] = place;
        this.queued[event.task] = 0;
        this.#stop(MAIN_AGENT);
        this.running.push(event.task);
        break;
      case 'step-ended':
        this.#stop(event.task);
        this.status[event.task] = place;
        if (typeof event.waitsOn?.line === 'number') this.line[event.task] = place;
        break;
      case 'task-finished':
        this.status[event.task] = place;
        break;
      case 'thread-started':
      case 'thread-resumed':
        this.status[event.thread] = place;
        this.running.push(event.thread);
        break;
      case 'thread-parked':
        this.#stop(event.thread);
        this.status[event.thread] = place;
        if (event.waitsOn.line !== null) this.line[event.thread] = place;
        break;
      case 'thread-ended':
        this.#stop(event.thread);
        this.status[event.thread] = place;
        break;
      case 'callback-scheduled':
      case 'callback-cancelled':
        this.callback[event.callback] = place;
        break;
      case 'callback-began':
        this.callback[event.callback] = place;
        this.#stop(MAIN_AGENT);
        this.line[MAIN_AGENT] = 0;
        this.running.push(-event.callback);
        break;
      case 'callback-ended':
        this.callback[event.callback] = place;
        this.#stop(-event.callback);
        break;
      case 'primitive-seen':
      case 'primitive-changed':
        this.primitive[event.primitive] = place;
        break;
      case 'line':
        this.line[event.by] = place;
        this.#act(event.by);
        break;
      case 'output':
        if (event.by !== MAIN_AGENT) this.#act(event.by);
        break;
      default:
        break;
    }
  }

  #stop(key: RunnerKey): void {
    const at = this.running.lastIndexOf(key);
    if (at >= 0) this.running.splice(at, 1);
  }

  /** Of several that have begun to run, the one that does something has the processor. */
  #act(agent: RunnerKey): void {
    const { running } = this;
    const isLast = running.at(-1) === agent;
    if (isLast) return;
    if (agent === MAIN_AGENT) {
      if (!running.some((key) => key < 0)) running.push(MAIN_AGENT);
    } else if (running.includes(agent)) {
      this.#stop(agent);
      running.push(agent);
    }
  }
}
