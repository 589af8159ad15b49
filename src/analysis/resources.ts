/**
 * What tasks waited for that others had: the places of locks, semaphores and pools and who had
 * them, the items of queues, the settings of events, over the time of a run.
 */
import type { AgentId, PrimitiveId, PrimitiveState } from '../trace/schema.ts';
import type { Pool } from './collect/pools.ts';
import type { PrimitiveChange, PrimitiveHistory } from './collect/primitives.ts';
import type { Span } from './span.ts';

export type Resource =
  /** Places that are taken and given back. */
  | (Known & { readonly kind: 'places'; readonly places: number; readonly holds: readonly Hold[] })
  /** How many there are of something. */
  | (Known & { readonly kind: 'level'; readonly levels: readonly Level[] } & Bounds)
  /** On or off. */
  | (Known & { readonly kind: 'flag'; readonly set: readonly Span[] });

interface Known {
  readonly primitive: PrimitiveId;
  /** What it is, as a trace has it. */
  readonly of: PrimitiveState['kind'];
  readonly label: string;
}

interface Bounds {
  /** What a full one has; null where there is no bound. */
  readonly bound: number | null;
  /** The most there ever were, or the bound. */
  readonly top: number;
}

export interface Hold extends Span {
  /** Which of the places, from 0. */
  readonly place: number;
  /** Who has it; of a place in a pool, who gave the work to it. */
  readonly by: AgentId;
  /** The function that is called, where the place is one of a pool's. */
  readonly job: string | null;
}

export interface Level extends Span {
  readonly count: number;
}

export interface ResourceSources {
  readonly primitives: ReadonlyMap<PrimitiveId, PrimitiveHistory>;
  readonly pools: ReadonlyMap<PrimitiveId, Pool>;
  readonly endedNs: number;
}

/** More places than these are shown as how many were taken. */
const MOST_PLACES = 6;

/** Those at which somebody waited for longer than an instant, in the order of their first use. */
export function resourcesFrom({ primitives, pools, endedNs }: ResourceSources): Resource[] {
  return [...primitives.values()].flatMap((primitive): Resource[] => {
    const pool = pools.get(primitive.id);
    if (pool) return wasFull(pool) ? [poolResource(pool, endedNs)] : [];
    if (!isWaitedAt(primitive, endedNs)) return [];
    const resource = resourceOf(primitive, endedNs);
    return resource ? [resource] : [];
  });
}

function isWaitedAt({ waits }: PrimitiveHistory, endedNs: number): boolean {
  return waits.some(({ fromNs, toNs }) => toNs === null || toNs > fromNs || fromNs === endedNs);
}

function wasFull({ load }: Pool): boolean {
  return load.some(({ queued }) => queued > 0);
}

function resourceOf(primitive: PrimitiveHistory, endedNs: number): Resource | null {
  const { id, label } = primitive;
  const [first] = primitive.changes;
  if (!first) return null;
  // A trace from elsewhere may take a lock for a semaphore later on.
  const changes = primitive.changes.filter(({ state }) => state.kind === first.state.kind);
  const known = { primitive: id, label, of: first.state.kind };
  switch (first.state.kind) {
    case 'lock':
    case 'condition':
    case 'threading': {
      const holds = holdsOf(changes, endedNs);
      return holds.length === 0 ? null : { kind: 'places', ...known, places: 1, holds };
    }
    case 'semaphore': {
      const holds = holdsOf(changes, endedNs);
      const places = changes.reduce((most, { state }) => Math.max(most, placesOf(state)), 0);
      if (holds.length > 0 && places <= MOST_PLACES) {
        return { kind: 'places', ...known, places, holds };
      }
      return levelResource(known, changes, endedNs, holds.length > 0 ? places : null);
    }
    case 'queue':
      return levelResource(known, changes, endedNs, first.state.maxSize || null);
    case 'barrier':
      return levelResource(known, changes, endedNs, first.state.parties);
    case 'event': {
      const spans = spansOf(changes, endedNs);
      const set = spans.flatMap(({ fromNs, toNs, state }) =>
        state.kind === 'event' && state.isSet && toNs > fromNs ? [{ fromNs, toNs }] : [],
      );
      return { kind: 'flag', ...known, set };
    }
    default:
      return null;
  }
}

/** Who releases more than was acquired makes more of them. */
function placesOf(state: PrimitiveState): number {
  return state.kind === 'semaphore' ? state.value + state.holders.length : 0;
}

function levelResource(
  known: Known,
  changes: readonly PrimitiveChange[],
  endedNs: number,
  bound: number | null,
): Resource {
  const levels = joined(
    spansOf(changes, endedNs)
      .map(({ fromNs, toNs, state }) => ({ fromNs, toNs, count: countOf(state, bound !== null) }))
      .filter(({ fromNs, toNs }) => toNs > fromNs),
  );
  const top = levels.reduce((most, { count }) => Math.max(most, count), bound ?? 1);
  return { kind: 'level', ...known, levels, bound, top };
}

/** What came and went within one instant is no matter. */
function joined(levels: readonly Level[]): Level[] {
  const whole: Level[] = [];
  for (const level of levels) {
    const before = whole.at(-1);
    if (before?.count === level.count) whole[whole.length - 1] = { ...before, toNs: level.toNs };
    else whole.push(level);
  }
  return whole;
}

/** Of a semaphore whose holders are not known, how many places are free. */
function countOf(state: PrimitiveChange['state'], hasHolders: boolean): number {
  switch (state.kind) {
    case 'semaphore':
      return hasHolders ? state.holders.length : state.value;
    case 'queue':
      return state.size;
    case 'barrier':
      return state.arrived;
    default:
      return 0;
  }
}

/** Each state with how long it lasted. */
function spansOf(changes: readonly PrimitiveChange[], endedNs: number) {
  return changes.map(({ atNs, state }, index) => ({
    state,
    fromNs: atNs,
    toNs: changes[index + 1]?.atNs ?? endedNs,
  }));
}

/** Whoever comes takes the first place that is free, and keeps it. */
function holdsOf(changes: readonly PrimitiveChange[], endedNs: number): Hold[] {
  const holds: Hold[] = [];
  const taken: ({ readonly by: AgentId; readonly fromNs: number } | undefined)[] = [];
  const held = (place: number, toNs: number) => {
    const hold = taken[place];
    return hold ? [{ place, by: hold.by, job: null, fromNs: hold.fromNs, toNs }] : [];
  };
  for (const { atNs, state } of changes) {
    const left = [...holdersOf(state)];
    for (const [place, hold] of taken.entries()) {
      const at = hold ? left.indexOf(hold.by) : -1;
      if (at >= 0) {
        left.splice(at, 1);
      } else {
        holds.push(...held(place, atNs).filter(({ fromNs, toNs }) => toNs > fromNs));
        taken[place] = undefined;
      }
    }
    for (const by of left) {
      const free = taken.indexOf(undefined);
      taken[free < 0 ? taken.length : free] = { by, fromNs: atNs };
    }
  }
  for (const place of taken.keys()) holds.push(...held(place, endedNs));
  return holds.sort((a, b) => a.fromNs - b.fromNs || a.place - b.place);
}

function holdersOf(state: PrimitiveChange['state']): readonly AgentId[] {
  switch (state.kind) {
    case 'semaphore':
      return state.holders;
    case 'lock':
    case 'condition':
    case 'threading':
      return state.holder === null ? [] : [state.holder];
    default:
      return [];
  }
}

/** Who has a place in a pool is the worker that does the job. */
function poolResource({ id, label, places, jobs, load }: Pool, endedNs: number): Resource {
  const known = { primitive: id, label, of: 'pool' as const };
  const most = places ?? load.reduce((most, { busy }) => Math.max(most, busy), 1);
  if (most > MOST_PLACES) {
    const levels = load.map(({ atNs, busy }, index) => ({
      fromNs: atNs,
      toNs: load[index + 1]?.atNs ?? endedNs,
      count: busy,
    }));
    return { kind: 'level', ...known, levels, bound: most, top: most };
  }
  const ends: number[] = [];
  const holds = jobs
    .filter(({ beganNs }) => beganNs !== null)
    .toSorted((a, b) => (a.beganNs ?? 0) - (b.beganNs ?? 0))
    .flatMap(({ beganNs, endedNs: doneNs, by, function: job }): Hold[] => {
      const fromNs = beganNs ?? 0;
      const toNs = doneNs ?? endedNs;
      const free = ends.findIndex((endNs) => endNs <= fromNs);
      const place = free < 0 ? ends.length : free;
      ends[place] = toNs;
      return toNs > fromNs || toNs === endedNs ? [{ place, by, job, fromNs, toNs }] : [];
    });
  // A trace of another's making may have more at work than it says there is room for.
  return { kind: 'places', ...known, places: Math.max(most, ends.length), holds };
}
