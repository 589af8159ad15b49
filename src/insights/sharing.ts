/** How tasks took turns at locks and semaphores, and where none ever had to. */

import type { Analysis } from '../analysis/analysis.ts';
import type { PrimitiveHistory } from '../analysis/collect/primitives.ts';
import { greatest, least } from '../analysis/extremes.ts';
import type { AgentId, Location, PrimitiveId } from '../trace/schema.ts';
import { type Fact, fact, keyOf } from './fact.ts';

/** Tasks waited for their turn. */
export interface TakingTurns extends Fact {
  readonly kind: 'taking-turns';
  readonly primitive: PrimitiveId;
  readonly waiting: readonly AgentId[];
  readonly times: number;
  readonly waitedNs: number;
  /** How many had it at the same time; null for a lock. */
  readonly most: number | null;
}

/** Every task made a lock or semaphore of its own, so that none ever waited. */
export interface MadePerCall extends Fact {
  readonly kind: 'made-per-call';
  readonly type: string;
  readonly location: Location | null;
  readonly count: number;
  readonly users: readonly AgentId[];
}

const MOST = 3;

export function turnsTaken({ primitives, trace }: Analysis): TakingTurns[] {
  return [...primitives.values()]
    .map((primitive) => ({ primitive, waits: waitsForTurn(primitive) }))
    .map(({ primitive, waits }) => ({
      primitive,
      waits,
      waitedNs: waits.reduce((sum, { fromNs, toNs }) => sum + (toNs ?? trace.endedNs) - fromNs, 0),
    }))
    .filter(({ primitive, waits, waitedNs }) => waitedNs > 0 && isTelling(primitive, waits.length))
    .sort((a, b) => b.waitedNs - a.waitedNs)
    .slice(0, MOST)
    .map(({ primitive, waits, waitedNs }) => ({
      kind: 'taking-turns',
      ...fact({
        events: primitive.changes.map(({ eventIndex }) => eventIndex),
        fromNs: least(waits.map(({ fromNs }) => fromNs)),
        toNs: greatest(waits.map(({ toNs }) => toNs ?? trace.endedNs)),
        agents: waits.map(({ agent }) => agent),
        locations: waits.map(({ wait }) => wait.location),
        primitives: [primitive.id],
      }),
      primitive: primitive.id,
      waiting: [...new Set(waits.map(({ agent }) => agent))],
      times: waits.length,
      waitedNs,
      most: mostHolders(primitive),
    }));
}

/** So many turns at a lock are worth a word: it is what a lock is for. */
const LEAST_TURNS = 3;

/** A semaphore that others release than those who acquired it is held by nobody. */
function isTelling(primitive: PrimitiveHistory, times: number): boolean {
  const most = mostHolders(primitive);
  return most === null ? times >= LEAST_TURNS : most > 0;
}

function waitsForTurn(primitive: PrimitiveHistory) {
  const kind = primitive.changes[0]?.state.kind;
  return kind === 'lock' || kind === 'semaphore' ? primitive.waits : [];
}

function mostHolders({ changes }: PrimitiveHistory): number | null {
  const held = changes.flatMap(({ state }) =>
    state.kind === 'semaphore' ? [state.holders.length] : [],
  );
  return held.length === 0 ? null : greatest(held);
}

/** What is kept in an object or a table is not told: that others use it too is a matter of time. */
export function madePerCall({ primitives }: Analysis): MadePerCall[] {
  const single = [...primitives.values()].filter(
    ({ changes, location, users, waits, name }) =>
      (changes[0]?.state.kind === 'lock' || changes[0]?.state.kind === 'semaphore') &&
      location !== null &&
      users.size === 1 &&
      waits.length === 0 &&
      (name === null || /^\w+$/.test(name)),
  );
  const siblings = Map.groupBy([...primitives.values()], ({ location }) => keyOf(location));
  const alike = Map.groupBy(single, ({ location, type }) => `${keyOf(location)} ${type}`);
  return [...alike.values()].flatMap((made) => {
    const [first] = made as [PrimitiveHistory];
    const users = [...new Set(made.flatMap((each) => [...each.users]))];
    const all = siblings.get(keyOf(first.location))?.length;
    if (users.length < 2 || made.length !== all || !overlap(made)) return [];
    return {
      kind: 'made-per-call' as const,
      ...fact({
        events: made.flatMap(({ changes }) => changes.map(({ eventIndex }) => eventIndex)),
        fromNs: first.changes[0]?.atNs ?? 0,
        toNs: made.at(-1)?.changes.at(-1)?.atNs ?? 0,
        agents: users,
        locations: [first.location],
        primitives: made.map(({ id }) => id),
      }),
      type: first.type,
      location: first.location,
      count: made.length,
      users,
    };
  });
}

/** Whether two of them were in use at the same time: else nobody would have had to wait anyway. */
function overlap(made: readonly PrimitiveHistory[]): boolean {
  const spans = made
    .map(({ changes }) => ({
      from: changes[0]?.eventIndex ?? 0,
      to: changes.at(-1)?.eventIndex ?? 0,
    }))
    .sort((a, b) => a.from - b.from);
  return spans.some(({ from }, index) => from < (spans[index - 1]?.to ?? 0));
}
