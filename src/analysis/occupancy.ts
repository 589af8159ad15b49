/** How many were at something at the same time. */

import type { PrimitiveState } from '../trace/schema.ts';
import type { Analysis } from './analysis.ts';
import { shortName } from './collect/agent-labels.ts';
import { functionAt } from './function-at.ts';
import type { Waiting } from './intervals.ts';
import type { Lane, Segment } from './lanes.ts';
import type { Span } from './span.ts';

export type Subject =
  /**
   * Tasks of a coroutine, from when they begin to when they end, but for waits for their turn; and
   * other tasks while they wait in its body, having awaited it themselves.
   */
  | { readonly coroutine: string }
  /** The same, of tasks by the names that the program gave them; `*` stands for any text. */
  | { readonly tasks: string }
  /** Those who hold a lock or a semaphore; what is in a queue. */
  | { readonly primitive: string }
  /** Tasks that are not over, but for those that the program itself began with. */
  | { readonly open: 'tasks' };

/** ``"`download` task"``, ``"holders of `sem`"`` */
export function subjectText(subject: Subject, count: number): string {
  const s = count === 1 ? '' : 's';
  if ('primitive' in subject) return `holder${s} of \`${subject.primitive}\``;
  if ('open' in subject) return `unfinished task${s}`;
  return `\`${'coroutine' in subject ? subject.coroutine : subject.tasks}\` task${s}`;
}

/** From then on, for longer than an instant, so many. */
export interface Count {
  readonly atNs: number;
  readonly count: number;
}

/** In order; null where the trace has no such thing. */
export function occupancyOf(analysis: Analysis, subject: Subject): Count[] | null {
  if ('primitive' in subject) return ofPrimitive(analysis, subject.primitive);
  if ('open' in subject) return ofOpenTasks(analysis);
  if ('coroutine' in subject) return ofCoroutine(analysis, subject.coroutine);
  return ofSpans(analysis, analysis.lanes.filter(isNamed(subject.tasks)).map(busySpans));
}

function ofCoroutine(analysis: Analysis, coroutine: string): Count[] | null {
  const isOf = runs(coroutine);
  const isWithin = (segment: Segment) =>
    segment.state === 'waiting' &&
    isNoTurn(segment) &&
    functionAt(analysis, segment.on.location) === coroutine;
  const spans = analysis.lanes
    .filter(({ kind }) => kind === 'task')
    .flatMap((lane) => {
      if (isOf(lane)) return [busySpans(lane)];
      const within = lane.segments.filter(isWithin);
      return within.length > 0 ? [within] : [];
    });
  return ofSpans(analysis, spans);
}

function ofOpenTasks(analysis: Analysis): Count[] {
  const lanes = analysis.lanes.filter(
    ({ kind, parent, segments }) =>
      kind === 'task' && segments.length > 0 && analysis.agents.get(parent)?.kind === 'task',
  );
  const spans = lanes.map(({ segments }) => segments);
  return ofSpans(analysis, spans) ?? [];
}

function runs(coroutine: string): (lane: Lane) => boolean {
  return (lane) => lane.coroutine === coroutine || shortName(lane.coroutine) === coroutine;
}

/** `"download-*"` is the name of `download-1`; the pattern is all of the name. */
function isNamed(pattern: string): (lane: Lane) => boolean {
  const pieces = pattern.split('*').map((piece) => piece.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  const whole = new RegExp(`^${pieces.join('.*')}$`);
  return (lane) => whole.test(lane.name);
}

/** Of each one, when it was at it; null where there is none. */
function ofSpans({ trace }: Analysis, each: readonly (readonly Span[])[]): Count[] | null {
  if (each.length === 0) return null;
  return lasting(
    each.flat().flatMap(({ fromNs, toNs }) => [
      { atNs: fromNs, change: 1 },
      { atNs: toNs, change: -1 },
    ]),
    trace.endedNs,
  );
}

/** What a task is about, waits for timers and for other tasks included, but not for its turn. */
function busySpans({ segments }: Lane) {
  const begun = segments.findIndex(({ state }) => state === 'running' || state === 'blocked');
  if (begun < 0) return [];
  return segments
    .slice(begun)
    .filter(({ fromNs, toNs }) => toNs > fromNs)
    .filter((segment) => segment.state !== 'waiting' || isNoTurn(segment));
}

function isNoTurn({ on }: Waiting): boolean {
  return on.primitive === null || on.untilNs !== null;
}

function ofPrimitive({ primitives, trace }: Analysis, label: string): Count[] | null {
  const primitive = [...primitives.values()].find((each) => each.label === label);
  if (!primitive) return null;
  let count = 0;
  const changes = primitive.changes.map(({ atNs, state }): Change => {
    const before = count;
    count = countOf(state);
    return { atNs, change: count - before };
  });
  return lasting(changes, trace.endedNs);
}

function countOf(state: PrimitiveState): number {
  switch (state.kind) {
    case 'semaphore':
      return state.holders.length;
    case 'lock':
    case 'condition':
      return state.holder === null ? 0 : 1;
    case 'queue':
      return state.size;
    case 'barrier':
      return state.arrived;
    case 'event':
    case 'future':
    case 'pool':
    case 'threading':
      return 0;
  }
}

interface Change {
  readonly atNs: number;
  readonly change: number;
}

/** What there was between one instant and the next; what came and went within one is no matter. */
function lasting(changes: readonly Change[], endedNs: number): Count[] {
  const counts: Count[] = [];
  let count = 0;
  const sorted = changes.toSorted((a, b) => a.atNs - b.atNs);
  for (const [index, { atNs, change }] of sorted.entries()) {
    count += change;
    const nextNs = sorted[index + 1]?.atNs ?? endedNs;
    if (nextNs > atNs) counts.push({ atNs, count });
  }
  return counts;
}
