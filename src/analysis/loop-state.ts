/** What {@link stateAt} answers: how everything stands at one step of a recording. */

import type { AgentId, CallbackId, PrimitiveId, PrimitiveState, Wait } from '../trace/recording.ts';
import type { Finish } from './agents.ts';

export interface LoopState {
  readonly step: number;
  readonly atNs: number;
  /** Null while the loop waits: for a timer, a thread, or input. */
  readonly running: Runner | null;
  /** Who keeps the loop from everything else. */
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
  readonly threads: readonly ThreadState[];
  /** Those used so far, in the order of their first use. */
  readonly primitives: readonly PrimitiveStanding[];
  /** How many lines of the program's output, as `transcriptLines` has them, have begun. */
  readonly outputLines: number;
}

export interface Runner {
  /** The program's top level is `program`; there, and in callbacks, `agent` is `MAIN_AGENT`. */
  readonly kind: 'task' | 'thread' | 'callback' | 'program';
  readonly agent: AgentId;
  readonly callback: CallbackId | null;
  /** The line it has reached. */
  readonly line: number | null;
}

export interface Blocking {
  readonly by: AgentId;
  readonly callback: CallbackId | null;
  /** The blocking call; empty where it computes. */
  readonly call: string;
  readonly line: number | null;
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

export interface TaskState {
  readonly task: AgentId;
  /** `ready`, too, is a task whose timer has gone off unnoticed, the loop being blocked. */
  readonly status: 'ready' | 'running' | 'waiting' | 'finished';
  readonly sinceNs: number;
  /** Where it stands; null before its first line. */
  readonly line: number | null;
  readonly waitsOn: Wait | null;
  readonly finish: Finish | null;
}

export interface ThreadState {
  readonly thread: AgentId;
  readonly status: TaskState['status'];
  readonly sinceNs: number;
  readonly line: number | null;
  readonly waitsOn: Wait | null;
}

export interface PrimitiveStanding {
  readonly primitive: PrimitiveId;
  readonly type: string;
  readonly label: string;
  readonly state: PrimitiveState;
  readonly holders: readonly AgentId[];
  /** Who waits at it, the longest first. */
  readonly waiters: readonly AgentId[];
}
