/**
 * The rows of two pictures that stand one above the other: in both the same, in the same order. What
 * one run has not has an empty row there.
 */
import type { Alignment } from '../analysis/compare/align.ts';
import { withoutAddresses } from '../analysis/compare/without-addresses.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { AgentId } from '../trace/schema.ts';
import { type GroupedRow, groupRows } from './grouped-rows.ts';

export interface LanePair {
  readonly left: Lane | null;
  readonly right: Lane | null;
}

export interface ComparedRow {
  /** The same for the same lanes. */
  readonly key: string;
  readonly depth: number;
  /** One, or those of a group that is folded. */
  readonly pairs: readonly LanePair[];
  /** Of a group, the coroutine, and whether what follows are its members. */
  readonly group: { readonly coroutine: string; readonly isOpen: boolean } | null;
}

/** In the left run's order; what only the right one has stands where it is there. */
export function pairLanes(
  left: readonly Lane[],
  right: readonly Lane[],
  { leftPairs, rightPairs }: Alignment,
): readonly LanePair[] {
  const byPair = new Map(right.map((lane) => [rightPairs.get(lane.task), lane] as const));
  const pairs: LanePair[] = left.map((lane) => {
    const pair = leftPairs.get(lane.task);
    return { left: lane, right: (pair !== undefined && byPair.get(pair)) || null };
  });
  const placed = new Map(pairs.map(({ right }, index) => [right?.task, index] as const));
  const after = new Map<number, LanePair[]>();
  let last = -1;
  for (const lane of right) {
    const index = placed.get(lane.task);
    if (index !== undefined) last = index;
    else after.set(last, [...(after.get(last) ?? []), { left: null, right: lane }]);
  }
  return [
    ...(after.get(-1) ?? []),
    ...pairs.flatMap((pair, at) => [pair, ...(after.get(at) ?? [])]),
  ];
}

/** @param unfolded the keys of the groups that the reader has opened. */
export function comparedRows(
  pairs: readonly LanePair[],
  unfolded: ReadonlySet<string>,
): readonly ComparedRow[] {
  const numberOf = new Map<string, number>();
  for (const [number, { left, right }] of pairs.entries()) {
    if (left) numberOf.set(`left ${left.task}`, number);
    if (right) numberOf.set(`right ${right.task}`, number);
  }
  const merged = pairs.map((pair, number): Lane => {
    const { left, right } = pair;
    const lane = laneOf(pair);
    const parent = numberOf.get(`${left ? 'left' : 'right'} ${lane.parent}`) ?? -1;
    const isPlain = left !== null && right !== null && endAlike(left, right);
    return { ...lane, task: number, parent, finish: isPlain ? lane.finish : null };
  });
  return groupRows(merged, unfolded).map((row) => comparedRow(row, pairs));
}

/** The lane of the one or the other. */
export function laneOf({ left, right }: LanePair): Lane {
  return (left ?? right) as Lane;
}

function comparedRow(row: GroupedRow, pairs: readonly LanePair[]): ComparedRow {
  const pairOf = ({ task }: { readonly task: AgentId }) => pairs[task] as LanePair;
  if (row.kind === 'lane') {
    const { task, depth } = row.lane;
    return { key: `${task}`, depth, pairs: [pairOf(row.lane)], group: null };
  }
  const { key, depth, coroutine, unfolded: isOpen } = row;
  return { key, depth, pairs: row.lanes.map(pairOf), group: { coroutine, isOpen } };
}

/** So alike that they can share a row with others. */
function endAlike(one: Lane, other: Lane): boolean {
  return (
    one.finish !== null &&
    other.finish !== null &&
    one.finish.how === other.finish.how &&
    one.finish.detail === other.finish.detail &&
    Math.abs(one.finish.atNs - other.finish.atNs) < ALIKE_NS &&
    printed(one) === printed(other)
  );
}

/** What follows upon something that was just late is just late. */
const ALIKE_NS = 1e6;

function printed({ output, finish }: Lane): string {
  return withoutAddresses(
    JSON.stringify([finish?.detail, output.map(({ text, stream }) => [text, stream])]),
  );
}
