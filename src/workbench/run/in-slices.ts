import type { Sliced } from '../../analysis/sliced.ts';

/** Well below what a reader notices, also on a machine a few times slower. */
const SLICE_MS = 25;

/** Does work in slices, and lets the page breathe after each. */
export async function inSlices<T>(work: Sliced<T>): Promise<T> {
  for (;;) {
    const untilMs = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < untilMs);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
