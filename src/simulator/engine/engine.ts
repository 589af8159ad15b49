/**
 * One CPython: booted from the image, used for one program, then thrown away with its worker. It
 * lives in the worker of either host and owns that worker's clocks.
 */
import type { EncodedEvents } from '../../trace/encoding.ts';
import type { Outcome } from '../../trace/schema.ts';
import { policyOf } from '../kernel/schedule-policy.ts';
import { installVirtualClock } from '../kernel/virtual-clock.ts';
import type { EngineFiles } from '../protocol.ts';
import type { Schedule } from '../schedule.ts';
import type { CompleteProgram, ExploredRun } from '../simulator.ts';
import type { BootImage, CPythonExports } from './boot-image.ts';
import { ChangedWaits } from './changed-waits.ts';
import { closeScope } from './close-scope.ts';
import { watchComputing } from './computing.ts';
import { type AgainModule, type Explorer, explore } from './explore.ts';
import { FileLocks } from './file-locks.ts';
import { type FileSystem, HOME, layFiles, layMachine, markNode } from './file-system.ts';
import { givenText } from './given.ts';
import { type FetchNow, leaveLibraryUntilNeeded } from './library-on-demand.ts';
import { describeAsLinux, speakLinux } from './linux-errors.ts';
import { narrowProxies, type OpenOnly } from './narrow-proxies.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { discountFrames, shortenStack, type ThreadStates } from './recursion-depth.ts';
import { sealScope } from './seal.ts';
import { createSession, RunOver, type Session } from './session.ts';
import { furnishShell, SHELL_FOLDER } from './shell.ts';
import { type Looks, type LooksExports, looksOf } from './signal-looks.ts';
import { segmentStacks } from './stack-segments.ts';
import { hideSuspendedStacks } from './suspended-stacks.ts';
import { createRandomness, installSystemCalls } from './system-calls.ts';

/** How an engine gets at its files; each host has a way of its own. */
export interface EngineHost {
  /** Reads one of the engine's files. Rejects where it can't be had. */
  readFile(url: string): Promise<Uint8Array>;
  /** Reads the image in the folder; null where there is none or it can't be read. */
  readBootImage(folderUrl: string): Promise<BootImage | null>;
  /** Where it is given, the standard library is left until a program needs it. */
  readonly fetchNow?: FetchNow;
  /** Gives up for good what the platform lets this thread do beyond the language. */
  readonly giveUp?: () => void;
}

export type EngineMessage =
  | { readonly type: 'sign'; readonly isWaiting: boolean }
  | { readonly type: 'events'; readonly events: EncodedEvents }
  | { readonly type: 'finished'; readonly outcome: Outcome; readonly endedNs: number };

export type ExploreMessage =
  | { readonly type: 'sign'; readonly isWaiting: boolean }
  | { readonly type: 'explored'; readonly runs: readonly ExploredRun[] };

export interface Engine {
  /** Runs one program to its end. Everything that is to be known of it goes to `post`. */
  run(program: CompleteProgram, post: (message: EngineMessage) => void): void;
  /** Makes ready to run one program again and again, unrecorded: by each of some schedules. */
  explore(
    program: CompleteProgram,
    post: (message: ExploreMessage) => void,
  ): (schedules: readonly Schedule[]) => Promise<void>;
}

/** The little of Pyodide that is used here. Underscored options belong to the pinned version. */
export interface Pyodide {
  runPython(code: string): unknown;
  pyimport(name: string): unknown;
  setInterruptBuffer(buffer: unknown): void;
  makeMemorySnapshot(): Uint8Array;
  readonly FS: FileSystem;
  /** Has a function called when the stack under way is left. */
  readonly _api: { scheduleCallback(callback: () => void): void };
  /** Views of its memory; others after it has grown. */
  readonly _module: ThreadStates & {
    readonly HEAPU8: Uint8Array;
    readonly HEAPF64: Float64Array;
  };
}

/** `python/_loopscope/program.py`. */
interface ProgramModule {
  readonly run: { callPromising(...args: unknown[]): Promise<void> } & ((
    ...args: unknown[]
  ) => void);
}

const CPYTHON = 'pyodide.asm.wasm';
const LIBRARY = 'python_stdlib.zip';

/** What the system's calls answer from: the run under way. */
let running: { readonly session: Session; readonly seed: number } | null = null;

/** JavaScript Promise Integration: Chromium 137, Firefox 153, Safari 27, Node 26. */
const canSwitchStacks = 'Suspending' in WebAssembly;

export async function bootEngine(
  { folderUrl, useImage, compiled: given }: EngineFiles,
  host: EngineHost,
): Promise<Engine> {
  const { fetchNow } = host;
  const readFile = (name: string) => host.readFile(`${folderUrl}${name}`);
  const image = useImage ? await host.readBootImage(folderUrl) : null;
  const compiled = given ?? (await WebAssembly.compile((await readFile(CPYTHON)) as BufferSource));
  // Of the first module that is loaded; should the image be damaged, the second boots plainly.
  let incomplete = image;
  const kernelOf = () => running?.session.kernel ?? null;
  const fillRandomly = createRandomness(() => running);
  let library: Uint8Array | null = null;
  let looks: Looks | undefined;
  sealScope(globalThis);
  furnishShell(globalThis, {
    readFile: (name) => (name === LIBRARY && library) || NONE,
    fillRandomly,
  });
  installVirtualClock(globalThis, kernelOf);
  installSystemCalls(globalThis, {
    compiled,
    kernelOf,
    fillRandomly,
    onExit(status) {
      running?.session.bridge.exited(status, undefined, undefined, undefined);
      throw new RunOver();
    },
    onMemoryLimit: () => running?.session.memoryRefused(),
    onLoaded(exports) {
      looks = looksOf(exports as CPythonExports & LooksExports);
      const first = incomplete;
      incomplete = null;
      if (first?.complete(exports)) speakLinux();
    },
  });
  hideSuspendedStacks(globalThis);
  segmentStacks(globalThis);
  const openOnly = narrowProxies(globalThis);
  const bootFromImage = async ({ snapshot }: BootImage): Promise<Pyodide | null> => {
    if (!fetchNow) library = await readFile(LIBRARY);
    try {
      const pyodide = await loadPython(folderUrl, { _loadSnapshot: snapshot });
      if (fetchNow) leaveLibraryUntilNeeded(pyodide.FS, `${folderUrl}${LIBRARY}`, fetchNow);
      return pyodide;
    } catch {
      // It is damaged, and Pyodide has refused it.
      return null;
    }
  };
  const bootPlainly = async (): Promise<Pyodide> => {
    library = await readFile(LIBRARY);
    const pyodide = await loadPython(folderUrl, {});
    preparePython(pyodide);
    return pyodide;
  };
  const pyodide = (image && (await bootFromImage(image))) ?? (await bootPlainly());
  const program = pyodide.pyimport('_loopscope.program') as ProgramModule;
  closeScope(globalThis);
  host.giveUp?.();
  if (!looks) throw new Error('expected Pyodide to instantiate CPython, found that it did not');
  const python = { pyodide, looks, openOnly, program };
  return {
    run: (of, post) => runProgram(python, of, post),
    explore(of, post) {
      layFor(python, of);
      const again = pyodide.pyimport('_loopscope.again') as AgainModule;
      const onSign = () => post({ type: 'sign', isWaiting: false });
      const open: Explorer['open'] = (each, outbox, finish) =>
        openSession(python, each, {
          // Whose waits they are is not known where nothing is watched.
          ...{ changes: null, latencyNs: each.whatIf.latencyNs },
          ...{ outbox, finish, onSign },
        });
      return explore({ again, open, canSwitchStacks }, of, (runs) =>
        post({ type: 'explored', runs }),
      );
    },
  };
}

/** Pyodide is given what it needs of it by other ways. */
const NONE = new Uint8Array();

/**
 * What is done once in every interpreter before it can run a program: baked into the image.
 *
 * @param preloaded modules to import, which find that they are on Linux.
 */
export function preparePython(pyodide: Pyodide, preloaded: readonly string[] = []): void {
  describeAsLinux(pyodide._module.HEAPU8);
  pyodide.runPython('import _loopscope.linux; _loopscope.linux.install()');
  for (const name of preloaded) pyodide.runPython(`import ${name}`);
  pyodide.runPython('import _loopscope.program; _loopscope.program.install()');
  speakLinux();
}

/** Starts Pyodide in a scope that is sealed and furnished as a shell. */
export async function loadPython(folderUrl: string, options: object): Promise<Pyodide> {
  const load = (name: string) => import(/* @vite-ignore */ `${folderUrl}${name}`);
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    load('pyodide.mjs'),
    load('pyodide.asm.mjs'),
  ]);
  return loadPyodide({
    createPyodideModule,
    indexURL: SHELL_FOLDER,
    // No package can be loaded: the standard library is all there is.
    lockFileContents: { info: { abi_version: ABI_VERSION }, packages: {} },
    // Tracebacks show the library where a Linux machine has it.
    fsInit: (fs: { mkdirTree(path: string): void; symlink(to: string, at: string): void }) => {
      fs.mkdirTree('/usr/lib');
      fs.symlink('/lib/python314.zip', '/usr/lib/python3.14');
    },
    // Nothing of the reader's machine: its language or paths would move every object in memory,
    // and with them the order of sets.
    env: {
      PYTHONPATH: '/usr/lib/python3.14',
      PYTHONHASHSEED: '0',
      HOME,
      LANG: 'C.UTF-8',
    },
    _sysExecutable: '/usr/bin/python3',
    // What `import js` would see: nothing.
    jsglobals: Object.create(null),
    stdin: () => null,
    ...options,
  });
}

/** Of the pinned version, which asks whether it is its own. */
const ABI_VERSION = '2026_0';

/** Of the stack in memory; a worker's own has about 400 KB left by then. */
const ONLY_STACK_BYTES = 50 * 1024;

/** Some milliseconds of real time. */
const REPORTS_PER_FLUSH = 100;
/** A tenth of a second of it. */
const REPORTS_PER_SIGN = 1_000;

interface Python {
  readonly pyodide: Pyodide;
  readonly looks: Looks;
  readonly openOnly: OpenOnly;
  readonly program: ProgramModule;
}

/** Where a run tells what happens in it, and what is changed of it from outside. */
interface Told {
  readonly outbox: Outbox;
  readonly changes: ChangedWaits | null;
  readonly latencyNs: number | null;
  readonly finish: (outcome: Outcome, endedNs: number) => void;
  /** It computes, and has not come to an end of that. */
  readonly onSign: () => void;
}

/** Begins a run: from here on, the system's calls answer from it. */
function openSession(
  { pyodide, looks, openOnly }: Python,
  { seed, schedule, limits }: CompleteProgram,
  { outbox, changes, latencyNs, finish, onSign }: Told,
): Session {
  const session = createSession({
    limits,
    policy: policyOf(schedule),
    changes,
    latencyNs,
    memory: () => pyodide._module.HEAPF64,
    outbox,
    locks: new FileLocks(pyodide.FS),
    markNode: (path, kind) => markNode(pyodide.FS, path, kind),
    discountFrames: (count) => discountFrames(pyodide._module, count),
    computing: () => computing,
    finish,
  });
  openOnly(session.bridge, [pyodide._api.scheduleCallback]);
  running = { session, seed };
  let reports = 0;
  const { kernel } = session;
  const compute = (costNs: number, isWithinCall: boolean) => {
    // A loop that never ends must not hold back what came before it.
    reports += 1;
    if (reports % REPORTS_PER_FLUSH === 0) outbox.flush();
    if (reports % REPORTS_PER_SIGN === 0) onSign();
    const isToInterrupt = kernel.compute(costNs);
    return isToInterrupt && (!isWithinCall || kernel.mayInterruptCall);
  };
  const computing = watchComputing(pyodide, looks, session.ownWork, {
    compute,
    get isExempt() {
      return kernel.running.exempt;
    },
    set isExempt(exempt) {
      kernel.running.exempt = exempt;
    },
    get isToBeInterrupted() {
      return kernel.running.interruption !== null;
    },
  });
  return session;
}

function layFor({ pyodide }: Python, { files }: CompleteProgram): void {
  layMachine(pyodide.FS);
  layFiles(pyodide.FS, files);
}

async function runProgram(
  python: Python,
  of: CompleteProgram,
  post: (message: EngineMessage) => void,
): Promise<void> {
  const { pyodide, program } = python;
  const { waits, latencyNs } = of.whatIf;
  const changes = waits.length > 0 && of.watch ? new ChangedWaits(of.whatIf) : null;
  const outbox = createOutbox((events) => {
    changes?.see(events);
    post({ type: 'events', events });
  });
  layFor(python, of);
  const session = openSession(python, of, {
    ...{ outbox, changes, latencyNs },
    onSign: () => post({ type: 'sign', isWaiting: false }),
    finish(outcome, endedNs) {
      outbox.flush();
      const say = () => post({ type: 'finished', outcome, endedNs });
      // A program that ends by itself is about to leave Python, and that is told when it has left:
      // Firefox complains of a worker that is taken away from under it. One that is past a limit,
      // or in a deadlock, may never leave.
      if (outcome.kind === 'exited') Promise.resolve().then(say);
      else say();
    },
  });
  const { source, name, seed, watch } = of;
  try {
    const given = [session.bridge, source, name, givenText(of), seed, watch] as const;
    // On a stack of its own the main thread can park while other threads run.
    if (canSwitchStacks) await program.run.callPromising(...given);
    else {
      shortenStack(pyodide._module, ONLY_STACK_BYTES);
      program.run(...given);
    }
  } catch (error) {
    session.escaped(error);
  }
}
