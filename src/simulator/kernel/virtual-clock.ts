/**
 * The door through which CPython reads the time. Everything in its `time` and `datetime` modules
 * goes back to one WASI call, `clock_time_get`; here the kernel answers it, in whole nanoseconds.
 *
 * The scope's own `Date.now` and `performance.now` are replaced too, because the file system and
 * the rest of Emscripten's JavaScript read those. The scope is a worker's own: nothing else lives
 * in it.
 */
import { EPOCH_MS, type Kernel } from './kernel.ts';

const CLOCK_REALTIME = 0;
const SUCCESS = 0;

type KernelOf = () => Kernel | null;
type Imports = { wasi_snapshot_preview1?: Record<string, unknown> } | undefined;
type Instantiate = (source: unknown, imports: Imports) => Promise<InstantiatedSource>;
interface InstantiatedSource {
  readonly instance: WebAssembly.Instance;
}

/** @param kernelOf answers with the kernel of the run under way; null before the first. */
export function installVirtualClock(scope: typeof globalThis, kernelOf: KernelOf): void {
  const monotonicMs = () => (kernelOf()?.readMonotonicNs() ?? 0) / 1e6;
  replaceNow(scope.performance, monotonicMs);
  replaceNow(scope.Date, () => (kernelOf()?.epochMs ?? EPOCH_MS) + monotonicMs());
  const assembly = scope.WebAssembly as unknown as Record<string, Instantiate>;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = assembly[name];
    if (original) assembly[name] = withClock(original.bind(assembly), kernelOf);
  }
}

function withClock(instantiate: Instantiate, kernelOf: KernelOf): Instantiate {
  return async (source, imports) => {
    const wasi = imports?.wasi_snapshot_preview1;
    if (!wasi) return instantiate(source, imports);
    let memory: WebAssembly.Memory | null = null;
    wasi['clock_time_get'] = createClockTimeGet(() => memory, kernelOf);
    const result = await instantiate(source, imports);
    memory = result.instance.exports['memory'] as WebAssembly.Memory;
    return result;
  };
}

/** WASI's `clock_time_get(id, precision, out)`: writes nanoseconds as a 64-bit integer. */
function createClockTimeGet(memoryOf: () => WebAssembly.Memory | null, kernelOf: KernelOf) {
  return (clock: number, _precision: bigint, out: number): number => {
    const memory = memoryOf();
    if (!memory) throw new Error('the clock was read before the module had its memory');
    const kernel = kernelOf();
    const epochMs = clock === CLOCK_REALTIME ? (kernel?.epochMs ?? EPOCH_MS) : 0;
    const ns = BigInt(epochMs) * 1_000_000n + BigInt(kernel?.readMonotonicNs() ?? 0);
    new DataView(memory.buffer).setBigInt64(out >>> 0, ns, true);
    return SUCCESS;
  };
}

function replaceNow(clock: object, now: () => number): void {
  Object.defineProperty(clock, 'now', { value: now, writable: false, configurable: false });
}
