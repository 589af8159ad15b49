/** What a task or a thread was doing for a time. */
import type { AgentId, Wait } from '../trace/recording.ts';
import type { Span } from './span.ts';

export type Segment = Running | Waiting | Ready | Blocked;

/** The states a task passes through; `finished` is the end of a lane, not a segment of it. */
export type LaneState = Segment['state'] | 'finished';

/** Its own code ran. Most often this took no virtual time at all. */
export interface Running extends Span {
  readonly state: 'running';
}

export interface Waiting extends Span {
  readonly state: 'waiting';
  readonly on: Wait;
  /** What the program calls the primitive it waits at, or else its type. */
  readonly primitive: string | null;
}

/** It could have run, had the loop been free. */
export interface Ready extends Span {
  readonly state: 'ready';
  /** Who held the loop when it became ready, where that took time. */
  readonly heldBy: AgentId | null;
}

/** It held the loop's thread, and with it all that was ready. */
export interface Blocked extends Span {
  readonly state: 'blocked';
  /** The blocking call; empty where it computed. */
  readonly call: string;
  readonly line: number | null;
}
