/**
 * The doors through which a program reads the time; behind each is the kernel.
 *
 * Everything in CPython's `time` and `datetime` goes back to one WASI call, `clock_time_get`, which
 * the kernel answers in whole nanoseconds. The file system and the rest of Emscripten's JavaScript
 * read `Date` and `performance.now`.
 */
import type { Kernel } from './kernel.ts';
import { EPOCH_MS } from './kernel-options.ts';

/** Answers with the kernel of the run under way; null before the first. */
export type KernelOf = () => Kernel | null;

const CLOCK_REALTIME = 0;
const CLOCK_PROCESS_CPUTIME = 2;
const CLOCK_THREAD_CPUTIME = 3;
const SUCCESS = 0;

/** Replaces the clocks of a worker's scope for good; nothing else lives in it. */
export function installVirtualClock(scope: typeof globalThis, kernelOf: KernelOf): void {
  const monotonicMs = () => (kernelOf()?.readMonotonicNs() ?? 0) / 1e6;
  replaceNow(scope.performance, monotonicMs);
  replaceDate(scope, () => (kernelOf()?.epochMs ?? EPOCH_MS) + monotonicMs());
}

/** WASI's `clock_time_get(id, precision, out)`: writes nanoseconds as a 64-bit integer. */
export function createClockTimeGet(memoryOf: () => WebAssembly.Memory, kernelOf: KernelOf) {
  return (clock: number, _precision: bigint, out: number): number => {
    const kernel = kernelOf();
    const epochMs = clock === CLOCK_REALTIME ? (kernel?.epochMs ?? EPOCH_MS) : 0;
    const ns = BigInt(epochMs) * 1_000_000n + BigInt(kernel ? readClock(kernel, clock) : 0);
    new DataView(memoryOf().buffer).setBigInt64(out >>> 0, ns, true);
    return SUCCESS;
  };
}

function readClock(kernel: Kernel, clock: number): number {
  switch (clock) {
    case CLOCK_PROCESS_CPUTIME:
      return kernel.readCpuNs('process');
    case CLOCK_THREAD_CPUTIME:
      return kernel.readCpuNs('thread');
    default:
      return kernel.readMonotonicNs();
  }
}

/** Dates that know moments, and neither the machine's clock nor its time zone and language. */
function replaceDate(scope: typeof globalThis, now: () => number): void {
  const Original = scope.Date;
  function Moment(atMs: unknown = now()): Date {
    return new Original(Number(atMs));
  }
  replaceNow(Moment, now);
  Object.defineProperty(Moment, 'UTC', { value: Original.UTC });
  Object.defineProperty(Moment, 'prototype', { value: Original.prototype });
  for (const name of Reflect.ownKeys(Original.prototype) as string[]) {
    if (OF_THE_MACHINE.test(String(name))) Reflect.deleteProperty(Original.prototype, name);
  }
  Object.defineProperty(Original.prototype, 'constructor', { value: Moment });
  Object.defineProperty(scope, 'Date', { value: Moment });
}

/** Methods that speak of local time: all of these but `getTime`, `getUTC…` and `toISOString`. */
const OF_THE_MACHINE = /^[gs]et(?!UTC|Time$)|^to(Locale|Date|Time|String)/;

function replaceNow(clock: object, now: () => number): void {
  Object.defineProperty(clock, 'now', { value: now, writable: false, configurable: false });
}
