import type { Kernel } from './kernel.ts';

/** The two JavaScript clocks that everything in CPython's `time` module goes back to. */
interface ClockScope {
  readonly performance: { now(): number };
  readonly Date: { now(): number };
}

/**
 * Puts the kernel in the place of a global scope's clocks, so that `time.time`, `monotonic`,
 * `perf_counter`, `datetime.now` and what is built on them all read virtual time. The scope is a
 * worker's own: nothing else lives in it.
 *
 * @param kernelOf answers with the kernel of the run under way, or null before the first.
 */
export function installVirtualClock(scope: ClockScope, kernelOf: () => Kernel | null): void {
  const define = (target: object, read: () => number) =>
    Object.defineProperty(target, 'now', { value: read, writable: false, configurable: false });
  define(scope.performance, () => kernelOf()?.readMonotonicMs() ?? 0);
  define(scope.Date, () => kernelOf()?.readWallMs() ?? EPOCH_BEFORE_RUN_MS);
}

/** Any constant would do: what runs before a run must not depend on when it was run. */
const EPOCH_BEFORE_RUN_MS = 0;
