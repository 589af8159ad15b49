/**
 * How things stand after any event of a trace, quickly. All that is kept is, for each task, thread,
 * callback and primitive, the index of the last event about it; what that event says is looked up
 * when it is asked for. That makes a copy cheap, so one is kept every few thousand events.
 */
import { type AgentId, MAIN_AGENT, type Trace, type TraceEvent } from '../../trace/schema.ts';

/** An agent by its number, or a callback by its number's negative. */
export type RunnerKey = number;

/** Events are counted from 1 in here: 0 stands for none yet. */
export interface Snapshot {
  /** The last event about each agent that says whether it is ready, runs, waits or has ended. */
  readonly status: Uint32Array;
  /** When each agent was last put into the ready queue; 0 when it was taken from there. */
  readonly queued: Uint32Array;
  /** The last event that says at which line each agent is. */
  readonly line: Uint32Array;
  /** When the loop that each thread runs began; 0 for none. */
  readonly loop: Uint32Array;
  readonly callback: Uint32Array;
  readonly primitive: Uint32Array;
  /** Whose turn it is: those who have begun to run and not stopped; the last of them acts. */
  readonly running: readonly RunnerKey[];
}

/** What there is to keep track of. */
export interface SnapshotSources {
  readonly trace: Trace;
  readonly agents: ReadonlyMap<number, { readonly kind: string }>;
  readonly callbacks: ReadonlyMap<number, unknown>;
  readonly primitives: ReadonlyMap<number, unknown>;
}

const FEWEST_EVENTS = 4_096;

/** What all checkpoints of a trace may take; a trace that needs more has fewer of them. */
const MOST_BYTES = 6e6;

/** Of more threads that all have begun to run, those that have not acted for longest are forgotten. */
const MOST_RUNNING = 1_000;

/** The checkpoints of one trace. */
export class Snapshots {
  readonly #sources: SnapshotSources;
  /** Where the trace is over but for its output. */
  readonly #length: number;
  readonly #everyEvents: number;
  /** The first is that before all events. */
  readonly #checkpoints: readonly Snapshot[];

  constructor(sources: SnapshotSources) {
    this.#sources = sources;
    const { events } = sources.trace;
    const cut = events.findIndex(({ kind }) => kind === 'trace-cut');
    this.#length = cut < 0 ? events.length : cut;
    const replay = new Replay(sources, nothingYet(sources));
    const most = MOST_BYTES / replay.bytes;
    this.#everyEvents = Math.max(FEWEST_EVENTS, Math.ceil(this.#length / most));
    const checkpoints: Snapshot[] = [];
    for (let index = 0; index < this.#length; index += 1) {
      if (index % this.#everyEvents === 0) checkpoints.push(new Replay(sources, replay));
      replay.apply(index);
    }
    if (this.#length % this.#everyEvents === 0) checkpoints.push(replay);
    this.#checkpoints = checkpoints;
  }

  /** How things stand after an event; before all of them at -1. */
  after(eventIndex: number): Snapshot {
    const next = Math.min(eventIndex + 1, this.#length);
    const nearest = Math.floor(next / this.#everyEvents);
    const known = this.#checkpoints[nearest];
    if (!known) throw new RangeError(`expected an event from -1 on, found ${eventIndex}`);
    const replay = new Replay(this.#sources, known);
    for (let index = nearest * this.#everyEvents; index < next; index += 1) replay.apply(index);
    return replay;
  }
}

function nothingYet({ agents, callbacks, primitives }: SnapshotSources): Snapshot {
  const room = (numbers: ReadonlyMap<number, unknown>) => {
    let most = 0;
    for (const number of numbers.keys()) most = Math.max(most, number);
    return new Uint32Array(most + 1);
  };
  return {
    status: room(agents),
    queued: room(agents),
    line: room(agents),
    loop: room(agents),
    callback: room(callbacks),
    primitive: room(primitives),
    running: [],
  };
}

class Replay implements Snapshot {
  readonly status: Uint32Array;
  readonly queued: Uint32Array;
  readonly line: Uint32Array;
  readonly loop: Uint32Array;
  readonly callback: Uint32Array;
  readonly primitive: Uint32Array;
  readonly running: RunnerKey[];
  readonly #events: readonly TraceEvent[];
  readonly #agents: SnapshotSources['agents'];

  constructor({ trace, agents }: SnapshotSources, from: Snapshot) {
    this.#events = trace.events;
    this.#agents = agents;
    this.status = from.status.slice();
    this.queued = from.queued.slice();
    this.line = from.line.slice();
    this.loop = from.loop.slice();
    this.callback = from.callback.slice();
    this.primitive = from.primitive.slice();
    this.running = [...from.running];
  }

  get bytes(): number {
    const { status, queued, line, loop, callback, primitive } = this;
    const arrays = [status, queued, line, loop, callback, primitive];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  apply(eventIndex: number): void {
    const event = this.#events[eventIndex];
    if (!event) return;
    const counted = eventIndex + 1;
    switch (event.kind) {
      case 'task-created':
        this.status[event.task] = counted;
        break;
      case 'task-ready':
        this.queued[event.task] = counted;
        break;
      case 'step-began':
        this.status[event.task] = counted;
        this.queued[event.task] = 0;
        this.#stop(event.thread);
        this.#begin(event.task);
        break;
      case 'step-ended':
        this.#stop(event.task);
        this.status[event.task] = counted;
        if (event.waitsOn?.location) this.line[event.task] = counted;
        break;
      case 'task-finished':
        this.#stop(event.task);
        this.status[event.task] = counted;
        break;
      case 'thread-started':
        this.status[event.started] = counted;
        this.#begin(event.started);
        break;
      case 'process-started':
        this.status[event.process] = counted;
        break;
      case 'parked':
        this.#stop(event.agent);
        this.status[event.agent] = counted;
        if (event.waitsOn.location) this.line[event.agent] = counted;
        break;
      case 'preempted':
        if (event.location) this.line[event.agent] = counted;
        this.#yieldTurn(event.agent);
        break;
      case 'resumed':
        this.#resume(event.agent, counted);
        break;
      case 'thread-ended':
        this.#stop(event.thread);
        this.status[event.thread] = counted;
        break;
      case 'process-ended':
        this.status[event.process] = counted;
        break;
      case 'loop-began':
        this.#stop(event.thread);
        this.loop[event.thread] = counted;
        break;
      case 'loop-ended':
        this.loop[event.thread] = 0;
        if (event.thread !== MAIN_AGENT) this.#begin(event.thread);
        break;
      case 'callback-scheduled':
      case 'callback-cancelled':
        this.callback[event.callback] = counted;
        break;
      case 'callback-began':
        this.callback[event.callback] = counted;
        this.#stop(event.thread);
        this.line[event.thread] = 0;
        this.#begin(-event.callback);
        break;
      case 'callback-ended':
        this.callback[event.callback] = counted;
        this.#stop(-event.callback);
        break;
      case 'primitive-seen':
      case 'primitive-changed':
        this.primitive[event.primitive] = counted;
        break;
      case 'blocking-began':
        if (event.waitsOn.location) this.line[event.by] = counted;
        break;
      case 'line':
        this.line[event.by] = counted;
        this.#act(event.by);
        break;
      case 'output':
        if (event.by !== MAIN_AGENT) this.#act(event.by);
        break;
      default:
        break;
    }
  }

  /** Child processes have processors of their own: it is never their turn on this one. */
  #begin(key: RunnerKey): void {
    this.#stop(key);
    if (this.#agents.get(key)?.kind === 'process') return;
    this.running.push(key);
    if (this.running.length > MOST_RUNNING) this.running.shift();
  }

  #resume(agent: AgentId, counted: number): void {
    if (this.#agents.get(agent)?.kind === 'task' || this.loop[agent]) {
      this.#act(agent);
    } else {
      this.status[agent] = counted;
      this.#begin(agent);
    }
  }

  /** It has begun to run, and has to wait until it has the processor again. */
  #yieldTurn(agent: AgentId): void {
    const key = this.#keyOf(agent);
    if (key === undefined) return;
    this.#stop(key);
    this.running.unshift(key);
  }

  #stop(key: RunnerKey): void {
    const at = this.running.lastIndexOf(key);
    if (at >= 0) this.running.splice(at, 1);
  }

  /** Of several that have begun to run, the one that does something has the processor. */
  #act(agent: AgentId): void {
    const { running } = this;
    if (running.at(-1) === agent) return;
    const key = this.#keyOf(agent);
    if (key !== undefined) {
      this.#begin(key);
    } else if (agent === MAIN_AGENT) {
      this.#begin(agent);
    }
  }

  /** What the agent has begun to run: itself, or a callback of the loop that the thread runs. */
  #keyOf(agent: AgentId): RunnerKey | undefined {
    const { running } = this;
    return running.includes(agent) ? agent : running.findLast((key) => this.#isOn(agent, key));
  }

  /** Whether it is a callback that this thread's loop runs. */
  #isOn(thread: AgentId, key: RunnerKey): boolean {
    if (key >= 0) return false;
    const began = this.#events[(this.callback[-key] ?? 0) - 1];
    return began?.kind === 'callback-began' && began.thread === thread;
  }
}
