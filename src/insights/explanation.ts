import type { Span } from '../analysis/span.ts';
import type { AgentId, PrimitiveId } from '../trace/recording.ts';

export interface Explanation {
  readonly kind: ExplanationKind;
  /** One sentence. What stands between backticks is the program's own. */
  readonly text: string;
  /** The time of which it speaks. */
  readonly fromNs: number;
  readonly toNs: number;
  readonly agents: readonly AgentId[];
  /** Lines of the program, in the order in which they are spoken of. */
  readonly lines: readonly number[];
  readonly primitives: readonly PrimitiveId[];
}

export type ExplanationKind =
  | 'deadlock'
  | 'recording-cut'
  | 'blocked'
  | 'never-awaited'
  | 'never-retrieved'
  | 'destroyed'
  | 'left-unfinished'
  | 'gave-up'
  | 'cancelled'
  /** Waits of one task after one another. */
  | 'in-a-row'
  /** Waits of several tasks at the same time. */
  | 'together'
  /** Taking turns at a lock or a semaphore. */
  | 'sharing';

/** Each once, in the order of first use, without what is null. */
export function distinct<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values)].filter((value) => value !== null);
}

/** From the first beginning to the last end. */
export function spanOf(spans: readonly Span[]): Span {
  let fromNs = Number.POSITIVE_INFINITY;
  let toNs = 0;
  for (const span of spans) {
    fromNs = Math.min(fromNs, span.fromNs);
    toNs = Math.max(toNs, span.toNs);
  }
  return { fromNs: Math.min(fromNs, toNs), toNs };
}
