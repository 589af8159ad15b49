/** Lengths as a hand can set them. */
import { roundStep } from '../../timeline/seconds.ts';

/** So far apart, in pixels, two lengths can be told from each other. */
const STEP_PX = 4;

const SHORTEST_NS = 1_000;

/**
 * The nearest length on a grid that is as fine as the hand, and never finer than two digits:
 * `812345678` with a pixel of 5 ms gives `820000000`.
 */
export function onGrid(lengthNs: number, nsPerPx: number): number {
  const least = Math.max(lengthNs, SHORTEST_NS);
  const stepNs = Math.max(
    roundStep(STEP_PX * nsPerPx, 1),
    10 ** (Math.floor(Math.log10(least)) - 1),
    1,
  );
  return Math.max(Math.round(lengthNs / stepNs), 1) * Math.round(stepNs);
}

/** `"0.5 s"`, `"12.5 s"`, `"50 ms"`, `"20 µs"` */
export function lengthText(ns: number): string {
  if (ns >= 1e8 || ns === 0) return `${decimal(ns / 1e9)} s`;
  return ns >= 1e6 ? `${decimal(ns / 1e6)} ms` : `${decimal(ns / 1e3)} µs`;
}

function decimal(value: number): string {
  return String(Number(value.toPrecision(6)));
}
