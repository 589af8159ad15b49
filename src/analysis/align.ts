/**
 * Two traces laid beside each other: which tasks of one are those of the other, and where the two
 * runs part.
 */
import type { Field, Fields } from '../trace/fields.ts';
import { type AgentId, EVENTS, type Trace, type TraceEvent } from '../trace/schema.ts';
import { analysisOf } from './analysis.ts';

export interface Alignment {
  /** In the left one's order, those that only the right one has at the end. */
  readonly pairs: readonly Pair[];
  /** Null where the two runs are the same. */
  readonly difference: Difference | null;
}

/** The program, or a task, thread or process, by its key; null on the side that has no such thing. */
export interface Pair {
  readonly key: string;
  readonly left: AgentId | null;
  readonly right: AgentId | null;
}

/** The first event at which two runs differ: in its kind, its time, or who has part in it. */
export interface Difference {
  /** The index of the event, the same in both; the number of events in the one that ends there. */
  readonly eventIndex: number;
  /** The time of the earlier one of the two events. */
  readonly atNs: number;
}

export function align(left: Trace, right: Trace): Alignment {
  const ours = keysOf(left);
  const theirs = keysOf(right);
  const byKey = new Map(Array.from(theirs, ([id, key]) => [key, id] as const));
  const pairs: Pair[] = Array.from(ours, ([id, key]) => ({
    key,
    left: id,
    right: byKey.get(key) ?? null,
  }));
  const known = new Set(ours.values());
  for (const [id, key] of theirs) if (!known.has(key)) pairs.push({ key, left: null, right: id });
  return { pairs, difference: firstDifference({ left, right, ours, theirs }) };
}

type Keys = ReadonlyMap<AgentId, string>;

function keysOf(trace: Trace): Keys {
  return new Map(Array.from(analysisOf(trace).agents, ([id, { key }]) => [id, key] as const));
}

interface Sides {
  readonly left: Trace;
  readonly right: Trace;
  readonly ours: Keys;
  readonly theirs: Keys;
}

function firstDifference({ left, right, ours, theirs }: Sides): Difference | null {
  const most = Math.max(left.events.length, right.events.length);
  for (let eventIndex = 0; eventIndex < most; eventIndex += 1) {
    const one = left.events[eventIndex];
    const other = right.events[eventIndex];
    if (one && other && isSame([one, ours], [other, theirs])) continue;
    const times = [one?.atNs ?? left.endedNs, other?.atNs ?? right.endedNs];
    return { eventIndex, atNs: Math.min(...times) };
  }
  if (left.endedNs === right.endedNs) return null;
  return { eventIndex: most, atNs: Math.min(left.endedNs, right.endedNs) };
}

function isSame([one, ours]: [TraceEvent, Keys], [other, theirs]: [TraceEvent, Keys]): boolean {
  if (one.kind !== other.kind || one.atNs !== other.atNs) return false;
  const agents = AGENT_FIELDS.get(one.kind) ?? [];
  return agents.every((name) => {
    const a = (one as Values)[name];
    const b = (other as Values)[name];
    if (typeof a !== 'number' || typeof b !== 'number') return a === b;
    return ours.get(a) === theirs.get(b);
  });
}

type Values = { readonly [field: string]: unknown };

/** For each kind of event the fields that say who has part in it. */
const AGENT_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(EVENTS).map(([kind, { fields }]) => [
    kind,
    ['thread', ...Object.entries(fields as Fields).flatMap(([n, f]) => (isAgent(f) ? [n] : []))],
  ]),
);

function isAgent({ of }: Field): boolean {
  return of.type === 'id' && of.family === 'agent';
}
