/** What every insight has, whatever it speaks of. */
import type { AgentId, Location, PrimitiveId } from '../trace/schema.ts';

export interface Fact {
  /** Places in the trace's list of events from which it follows, ascending. */
  readonly events: readonly number[];
  /** The time of which it speaks. */
  readonly fromNs: number;
  readonly toNs: number;
  /** Who has part in it, the main one first. */
  readonly agents: readonly AgentId[];
  /** The places in the program that it names, in the order in which they are named. */
  readonly locations: readonly Location[];
  readonly primitives: readonly PrimitiveId[];
}

/** As a finder has it at hand: in any order, repeated, with holes. */
export interface Evidence {
  readonly events: readonly (number | null)[];
  readonly fromNs: number;
  readonly toNs?: number;
  readonly agents?: readonly (AgentId | null)[];
  readonly locations?: readonly (Location | null)[];
  readonly primitives?: readonly (PrimitiveId | null)[];
}

export function fact({
  events,
  fromNs,
  toNs = fromNs,
  agents = [],
  locations = [],
  primitives = [],
}: Evidence): Fact {
  return {
    events: distinct(events).sort((a, b) => a - b),
    fromNs: Math.min(fromNs, toNs),
    toNs,
    agents: distinct(agents),
    locations: distinctLocations(locations),
    primitives: distinct(primitives),
  };
}

/** Each once, in the order of first use, without what is null. */
export function distinct<T>(values: Iterable<T | null>): T[] {
  return [...new Set(values)].filter((value) => value !== null);
}

export function distinctLocations(locations: Iterable<Location | null>): Location[] {
  const found = new Map<string, Location>();
  for (const location of locations) {
    if (location && !found.has(keyOf(location))) found.set(keyOf(location), location);
  }
  return [...found.values()];
}

/** One text for one place; null has its own. */
export function keyOf(location: Location | null): string {
  return location ? `${location.file}:${location.line}` : '';
}

export function isSameLocation(a: Location | null, b: Location | null): boolean {
  return keyOf(a) === keyOf(b);
}
