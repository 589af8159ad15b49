/** Who waits for whom in a circle. */

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
    const path: { readonly id: number; readonly ahead: number[] }[] = [];
    const enter = (id: number) => {
      const ahead = next.get(id);
      if (ahead && !done.has(id)) path.push({ id, ahead: [...ahead] });
    };
    enter(start);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const following = last.ahead.shift();
      const from = path.findIndex(({ id }) => id === following);
      if (from >= 0) rings.push(path.slice(from).map(({ id }) => id));
      if (following === undefined || from >= 0) done.add(path.pop()?.id ?? 0);
      else enter(following);
    }
  }
  return rings.map(fromSmallest);
}

function fromSmallest(ring: readonly number[]): number[] {
  const first = ring.indexOf(Math.min(...ring));
  return [...ring.slice(first), ...ring.slice(0, first)];
}
