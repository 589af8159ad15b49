/**
 * Work that others may come between, for it can take longer than a page should stand still: a
 * generator that yields wherever it can be left for a while.
 */
export type Sliced<T> = Generator<void, T, void>;

/** Does all of it now. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
