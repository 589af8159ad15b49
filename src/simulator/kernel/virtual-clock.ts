/**
 * The door through which CPython reads the time. Everything in its `time` and `datetime` modules
 * goes back to one WASI call, `clock_time_get`; here the kernel answers it, in whole nanoseconds.
 *
 * The scope's own `Date.now` and `performance.now` are replaced too, because the file system and
 * the rest of Emscripten's JavaScript read those. The scope is a worker's own: nothing else lives
 * in it.
 */
import { EPOCH_MS, type Kernel } from './kernel.ts';
import { interceptImports } from './wasm-imports.ts';

const CLOCK_REALTIME = 0;
const SUCCESS = 0;

type KernelOf = () => Kernel | null;

/** @param kernelOf answers with the kernel of the run under way; null before the first. */
export function installVirtualClock(scope: typeof globalThis, kernelOf: KernelOf): void {
  const monotonicMs = () => (kernelOf()?.readMonotonicNs() ?? 0) / 1e6;
  replaceNow(scope.performance, monotonicMs);
  replaceNow(scope.Date, () => (kernelOf()?.epochMs ?? EPOCH_MS) + monotonicMs());
  interceptImports(scope, ({ wasi_snapshot_preview1: wasi }, memoryOf) => {
    if (wasi) wasi['clock_time_get'] = createClockTimeGet(memoryOf, kernelOf);
  });
}

/** WASI's `clock_time_get(id, precision, out)`: writes nanoseconds as a 64-bit integer. */
function createClockTimeGet(memoryOf: () => WebAssembly.Memory, kernelOf: KernelOf) {
  return (clock: number, _precision: bigint, out: number): number => {
    const kernel = kernelOf();
    const epochMs = clock === CLOCK_REALTIME ? (kernel?.epochMs ?? EPOCH_MS) : 0;
    const ns = BigInt(epochMs) * 1_000_000n + BigInt(kernel?.readMonotonicNs() ?? 0);
    new DataView(memoryOf().buffer).setBigInt64(out >>> 0, ns, true);
    return SUCCESS;
  };
}

function replaceNow(clock: object, now: () => number): void {
  Object.defineProperty(clock, 'now', { value: now, writable: false, configurable: false });
}
