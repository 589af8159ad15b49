/** Stretches of time. */
import { firstIndex } from './binary-search.ts';

export interface Span {
  readonly fromNs: number;
  readonly toNs: number;
}

/** `[0, 2], [1, 3], [5, 6]` gives `[0, 3], [5, 6]`. */
export function union(spans: readonly Span[]): readonly Span[] {
  const whole: { fromNs: number; toNs: number }[] = [];
  for (const { fromNs, toNs } of spans.toSorted((a, b) => a.fromNs - b.fromNs)) {
    const last = whole.at(-1);
    if (last && fromNs <= last.toNs) last.toNs = Math.max(last.toNs, toNs);
    else whole.push({ fromNs, toNs });
  }
  return whole;
}

/** In order, and without those that lie within others: each begins, and ends, after the one before. */
export function withoutNested<S extends Span>(spans: readonly S[]): readonly S[] {
  let latestNs = Number.NEGATIVE_INFINITY;
  return spans
    .toSorted((a, b) => a.fromNs - b.fromNs || b.toNs - a.toNs)
    .filter(({ toNs }) => {
      const isLater = toNs > latestNs;
      latestNs = Math.max(latestNs, toNs);
      return isLater;
    });
}

/**
 * The index of the first that is not over by then; as many as there are if all are.
 *
 * @param spans each ends after the one before.
 */
export function notOverBy(spans: readonly Span[], ns: number): number {
  return firstIndex(spans.length, (index) => (spans[index]?.toNs ?? 0) > ns);
}

/** How much of the time up to an instant lies within some spans, in order and apart from one another. */
export function timeWithin(spans: readonly Span[]): (ns: number) => number {
  const before = new Float64Array(spans.length + 1);
  for (const [index, { fromNs, toNs }] of spans.entries()) {
    before[index + 1] = (before[index] ?? 0) + toNs - fromNs;
  }
  return (ns) => {
    const index = notOverBy(spans, ns);
    const fromNs = spans[index]?.fromNs ?? ns;
    return (before[index] ?? 0) + Math.max(0, ns - fromNs);
  };
}
