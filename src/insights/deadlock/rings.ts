/** Who waits for whom in a circle. */
import { least } from '../../analysis/extremes.ts';

/**
 * Circles in a graph, each once, from its smallest member on; every member has its successor
 * behind it.
 *
 * `{1: [2], 2: [1], 3: [1]}` gives `[[1, 2]]`.
 */
export function ringsIn(next: ReadonlyMap<number, readonly number[]>): number[][] {
  const rings: number[][] = [];
  const done = new Set<number>();
  for (const start of next.keys()) {
    const path: { readonly id: number; readonly ahead: Iterator<number> }[] = [];
    /** Where on the path each stands. */
    const places = new Map<number, number>();
    const enter = (id: number) => {
      const ahead = next.get(id);
      if (!ahead || done.has(id)) return;
      places.set(id, path.length);
      path.push({ id, ahead: ahead.values() });
    };
    enter(start);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const { value: following } = last.ahead.next();
      const from = following === undefined ? undefined : places.get(following);
      if (from !== undefined) rings.push(path.slice(from).map(({ id }) => id));
      if (following !== undefined && from === undefined) {
        enter(following);
        continue;
      }
      path.pop();
      places.delete(last.id);
      done.add(last.id);
    }
  }
  return rings.map(fromSmallest);
}

function fromSmallest(ring: readonly number[]): number[] {
  const first = ring.indexOf(least(ring));
  return [...ring.slice(first), ...ring.slice(0, first)];
}
