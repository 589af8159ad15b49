/**
 * Which lanes get a row of their own. Where there are many, siblings of one coroutine that ended
 * well share a row, which unfolds: two hundred alike tell no more than one.
 */
import type { Lane } from '../analysis/lanes.ts';
import type { AgentId } from '../trace/schema.ts';

export type GroupedRow =
  | { readonly kind: 'lane'; readonly lane: Lane; readonly inGroup: string | null }
  | {
      readonly kind: 'group';
      /** The same for the same siblings of one trace. */
      readonly key: string;
      readonly coroutine: string;
      readonly depth: number;
      readonly lanes: readonly Lane[];
      readonly unfolded: boolean;
    };

/** Up to here every lane is shown as it is. */
const MOST_LANES = 40;
/** Fewer alike than this are not worth a fold. */
const FEWEST_ALIKE = 5;

/** @param unfolded the keys of the groups that the reader has opened. */
export function groupRows(
  lanes: readonly Lane[],
  unfolded: ReadonlySet<string> = new Set(),
): GroupedRow[] {
  if (lanes.length <= MOST_LANES) return lanes.map(alone);
  const parents = new Set(lanes.map(({ parent }) => parent));
  const alike = Map.groupBy(
    lanes.filter((lane) => isFoldable(lane, parents)),
    keyOf,
  );

  const rows: GroupedRow[] = [];
  const told = new Set<string>();
  for (const lane of lanes) {
    const key = keyOf(lane);
    const group = isFoldable(lane, parents) ? (alike.get(key) ?? []) : [];
    if (group.length < FEWEST_ALIKE) {
      rows.push(alone(lane));
    } else if (!told.has(key)) {
      told.add(key);
      const { coroutine, depth } = lane;
      const isOpen = unfolded.has(key);
      rows.push({ kind: 'group', key, coroutine, depth, lanes: group, unfolded: isOpen });
      if (isOpen) {
        for (const member of group) rows.push({ kind: 'lane', lane: member, inGroup: key });
      }
    }
  }
  return rows;
}

/** The row in which a task is to be seen; -1 where it has none. */
export function rowOf(rows: readonly GroupedRow[], task: AgentId): number {
  const own = rows.findIndex((row) => row.kind === 'lane' && row.lane.task === task);
  if (own >= 0) return own;
  return rows.findIndex(
    (row) => row.kind === 'group' && row.lanes.some((lane) => lane.task === task),
  );
}

function alone(lane: Lane): GroupedRow {
  return { kind: 'lane', lane, inGroup: null };
}

function isFoldable({ kind, task, finish }: Lane, parents: ReadonlySet<AgentId>): boolean {
  return kind === 'task' && finish?.how === 'returned' && !parents.has(task);
}

function keyOf({ parent, coroutine }: Lane): string {
  return `${parent} ${coroutine}`;
}
