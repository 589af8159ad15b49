/** What kind of waiting a wait is. A picture draws each in its own way. */
import type { JobId, Wait } from '../trace/schema.ts';
import type { Span } from './span.ts';

export type WaitKind =
  /** Something is under way elsewhere: time, input, output, another process, a thread's work. */
  | 'in-flight'
  /** Somebody else has to let go or to give: a lock, a place, an item, an event, a condition. */
  | 'held-up'
  /** Other tasks, or threads, have to come to their end. */
  | 'awaiting';

export interface WaitingSpan extends Span {
  readonly kind: WaitKind;
}

/** When each piece of work was taken up. */
export type Jobs = ReadonlyMap<JobId, { readonly beganNs: number | null }>;

/** A wait in stretches of one kind: work waits for a place in its pool before it is under way. */
export function waitingSpans(wait: Wait, { fromNs, toNs }: Span, jobs: Jobs): WaitingSpan[] {
  const kind = kindOf(wait);
  if (wait.job === null) return [{ kind, fromNs, toNs }];
  const beganNs = jobs.get(wait.job)?.beganNs ?? Number.POSITIVE_INFINITY;
  if (beganNs <= fromNs) return [{ kind, fromNs, toNs }];
  if (beganNs >= toNs) return [{ kind: 'held-up', fromNs, toNs }];
  return [
    { kind: 'held-up', fromNs, toNs: beganNs },
    { kind, fromNs: beganNs, toNs },
  ];
}

function kindOf({ task, tasks, joins, coroutine, primitive }: Wait): WaitKind {
  if (task !== null || tasks !== null || joins !== null || coroutine !== null) return 'awaiting';
  return primitive === null ? 'in-flight' : 'held-up';
}
