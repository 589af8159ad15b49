/** What {@link stateAt} answers: how everything stands at one step of a trace. */
import type {
  AgentId,
  CallbackId,
  Location,
  PrimitiveId,
  PrimitiveState,
  Wait,
} from '../trace/schema.ts';
import type { Finish } from './collect/agents.ts';

export interface LoopState {
  readonly step: number;
  readonly atNs: number;
  /** Null while every loop waits: for a timer, a thread, or input. */
  readonly running: Runner | null;
  /** Who keeps a loop from everything else. */
  readonly blocked: Blocking | null;
  /** In the order in which the loop will run them. */
  readonly readyQueue: readonly Queued[];
  /**
   * In the order in which they go off. One that is due stays here until the loop notices: it does
   * so once everything in the ready queue has run.
   */
  readonly timers: readonly Timer[];
  /** Those created so far, in the order of their creation. */
  readonly tasks: readonly TaskState[];
  /** The same of threads and child processes. */
  readonly threads: readonly ThreadState[];
  /** Those used so far, in the order of their first use. */
  readonly primitives: readonly PrimitiveStatus[];
  /** How many lines of the program's output, as `transcriptLines` has them, have begun. */
  readonly outputLines: number;
}

/** The file and line at which something stands; the second where that is in the main file. */
interface Located {
  readonly location: Location | null;
  readonly line: number | null;
}

export interface Runner extends Located {
  /** The program's top level is `program`. */
  readonly kind: 'task' | 'thread' | 'callback' | 'program';
  /** In a callback, the thread that runs its loop. */
  readonly agent: AgentId;
  readonly callback: CallbackId | null;
}

export interface Blocking extends Located {
  readonly by: AgentId;
  readonly callback: CallbackId | null;
  /** The blocking call; empty where it computes. */
  readonly call: string;
  readonly sinceNs: number;
  readonly untilNs: number;
}

/** A task or, where `callback` is not null, a callback. */
interface Entry {
  readonly task: AgentId | null;
  readonly callback: CallbackId | null;
}

export interface Queued extends Entry {
  readonly sinceNs: number;
  /** Who put it there; null where the loop did. */
  readonly by: AgentId | null;
}

export interface Timer extends Entry {
  readonly dueNs: number;
}

/** Where it stands; null before its first line. */
export interface TaskState extends Located {
  readonly task: AgentId;
  /** `ready`, too, is a task whose timer has gone off unnoticed, the loop being blocked. */
  readonly status: 'ready' | 'running' | 'waiting' | 'finished';
  readonly sinceNs: number;
  readonly waitsOn: Wait | null;
  readonly finish: Finish | null;
}

/** A thread or a child process. */
export interface ThreadState extends Located {
  readonly thread: AgentId;
  /** A thread that runs a loop waits as long as nothing in its loop runs. */
  readonly status: TaskState['status'];
  readonly sinceNs: number;
  readonly waitsOn: Wait | null;
}

export interface PrimitiveStatus {
  readonly primitive: PrimitiveId;
  readonly type: string;
  readonly label: string;
  readonly state: PrimitiveState;
  readonly holders: readonly AgentId[];
  /** Who waits at it, the longest first. */
  readonly waiters: readonly AgentId[];
}
