import type { Lane } from '../analysis/lanes.ts';
import type { Window } from './window.ts';

/**
 * How many of a group's tasks were unfinished in each of so many equal parts of a window, as a
 * fraction of them all.
 */
export function groupProfile(
  lanes: readonly Lane[],
  { fromNs, toNs }: Window,
  parts: number,
): number[] {
  const partNs = (toNs - fromNs) / parts;
  const partOf = (ns: number) => Math.min(parts, Math.max(0, Math.floor((ns - fromNs) / partNs)));
  const changes = new Array<number>(parts + 2).fill(0);
  const change = (part: number, by: number) => {
    changes[part] = (changes[part] ?? 0) + by;
  };
  for (const { createdNs, finish } of lanes) {
    const endNs = finish?.atNs ?? Number.POSITIVE_INFINITY;
    if (createdNs > toNs || endNs < fromNs) continue;
    change(partOf(createdNs), 1);
    if (endNs <= toNs) change(partOf(endNs) + 1, -1);
  }
  let alive = 0;
  return changes.slice(0, parts).map((by) => {
    alive += by;
    return alive / lanes.length;
  });
}
