/**
 * What CPython asks of an operating system, answered by the simulator: the time by the kernel,
 * random bytes by the run's seed, memory up to a limit, the end of the process by the recorder. A
 * shell, the network and libraries loaded from elsewhere do not exist.
 *
 * The calls are the imports of Pyodide's WebAssembly module; they are put in place when it is
 * instantiated. Files are Emscripten's own, in memory.
 */
import { createRandom } from '../kernel/random.ts';
import { createClockTimeGet, type KernelOf } from '../kernel/virtual-clock.ts';
import { MEMORY_LIMIT_BYTES } from '../limits.ts';
import type { CPythonExports } from './boot-image.ts';
import { openExclusively } from './exclusive-opens.ts';
import { tellOwner } from './file-owner.ts';
import { listEntries } from './file-system.ts';
import { answerAsLinux } from './linux-errors.ts';
import { noticeSecondLooks } from './looks-at-files.ts';
import { limitNames } from './name-lengths.ts';
import { heedPathEnds } from './path-ends.ts';
import { heedUmask } from './umask.ts';
import { universalTime } from './universal-time.ts';
import { type Calls, interceptImports } from './wasm-imports.ts';

export interface System {
  readonly kernelOf: KernelOf;
  /** See {@link createRandomness}. */
  readonly fillRandomly: (bytes: Uint8Array) => void;
  /** `os._exit(status)`: the process ends here and now. Must not return. */
  readonly onExit: (status: number) => never;
  /** Whether memory may grow at all; if nothing is said, it may, up to the limit. */
  readonly mayGrow?: () => boolean;
  /** The program asked for more memory than it may have. */
  readonly onMemoryLimit: () => void;
  /** CPython, compiled; where there is none, Pyodide compiles it. */
  readonly compiled?: WebAssembly.Module;
  /** CPython is in memory, and has not begun. */
  readonly onLoaded?: (exports: CPythonExports) => void;
}

/** Emscripten's numbers, which are WASI's. */
const ENOSYS = 52;
const ENETUNREACH = 40;
const EAI_FAIL = -4;
const SUCCESS = 0;

/** Has every Pyodide that is started in this scope use the system's calls. */
export function installSystemCalls(scope: typeof globalThis, system: System): void {
  interceptImports(scope, ({ env, wasi_snapshot_preview1: wasi }, memoryOf) => {
    // Pyodide also instantiates small helper modules, which ask nothing of a system.
    if (!env || !wasi) return undefined;
    Object.assign(env, refusals(), memoryCalls(env as Calls, system));
    Object.assign(env, universalTime(env as Calls, memoryOf));
    Object.assign(env, listEntries(env as Calls, memoryOf));
    Object.assign(wasi, wasiCalls(memoryOf, system));
    // Emscripten gives both names to the same functions.
    tellOwner(env, memoryOf);
    heedUmask(env, memoryOf);
    openExclusively(env);
    heedPathEnds(env, wasi, memoryOf);
    limitNames(env, memoryOf);
    noticeSecondLooks(env, memoryOf, () => system.kernelOf()?.turn());
    for (const calls of new Set([env, wasi])) answerAsLinux(calls);
    return {
      compiled: system.compiled,
      onInstance: ({ exports }) => system.onLoaded?.(exports as unknown as CPythonExports),
    };
  });
}

function wasiCalls(
  memoryOf: () => WebAssembly.Memory,
  { kernelOf, fillRandomly, onExit }: System,
): Calls {
  return {
    clock_time_get: createClockTimeGet(memoryOf, kernelOf),
    random_get(out: number, length: number) {
      fillRandomly(new Uint8Array(memoryOf().buffer, out >>> 0, length));
      return SUCCESS;
    },
    proc_exit: (status: number) => onExit(status),
  };
}

function memoryCalls(original: Calls, { mayGrow, onMemoryLimit }: System): Calls {
  const grow = original['emscripten_resize_heap'] as (size: number) => number;
  return {
    emscripten_resize_heap(size: number) {
      if (size >>> 0 <= MEMORY_LIMIT_BYTES && mayGrow?.() !== false) return grow(size);
      onMemoryLimit();
      return 0;
    },
  };
}

function refusals(): Calls {
  const refuse =
    (...answer: [number]) =>
    () =>
      answer[0];
  const sockets = [
    'socket',
    'socketpair',
    'connect',
    'bind',
    'listen',
    'accept4',
    'sendto',
    'recvfrom',
  ];
  return {
    ...Object.fromEntries(sockets.map((name) => [`__syscall_${name}`, refuse(-ENETUNREACH)])),
    getaddrinfo: refuse(EAI_FAIL),
    _emscripten_system: refuse(-ENOSYS),
    _dlopen_js: refuse(0),
  };
}

/**
 * Where all random bytes come from: the seed of the run under way. Each run has the same ones, after
 * those that booting took.
 *
 * @param runOf null while it boots.
 * @returns what fills an array with the next ones.
 */
export function createRandomness(runOf: () => Seeded | null): (bytes: Uint8Array) => void {
  let run: Seeded | null = null;
  let random = createRandom(BOOT_SEED);
  let takenByBoot = 0;
  return (bytes) => {
    const now = runOf();
    if (!now) takenByBoot += bytes.length;
    else if (now !== run) {
      run = now;
      random = createRandom(now.seed);
      if (now.seed === BOOT_SEED) for (let taken = 0; taken < takenByBoot; taken++) random();
    }
    for (let at = 0; at < bytes.length; at++) bytes[at] = random() * 2 ** 32;
  };
}

const BOOT_SEED = 0;

interface Seeded {
  readonly seed: number;
}
