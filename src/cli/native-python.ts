/** The machine's own Python: finding it, and running one program in real time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Ending, PythonVersion } from './conformance-programs.ts';

/** The slowest program needs about 3 s; more, and it hangs. */
const PATIENCE_MS = 30_000;

/** What `timeout(1)` exits with. */
const TIMED_OUT = 124;

export interface NativePython {
  readonly command: string;
  readonly version: PythonVersion;
  /** Such as `3.14.2`. */
  readonly release: string;
  /** Runs a program in an empty folder of its own, with nothing on standard input. */
  run(file: URL, options?: RunOptions): Promise<Ending>;
}

export interface RunOptions {
  /** What follows the file's name. Default: nothing. */
  readonly args?: readonly string[];
  readonly patienceMs?: number;
}

/** The Python called `command`; null where there is none. */
export async function findPython(command: string): Promise<NativePython | null> {
  const question = 'import sys; print(*sys.version_info[:3])';
  const answer = await runPython(command, ['-c', question], tmpdir()).catch(() => null);
  const numbers = answer?.stdout.trim().split(' ') ?? [];
  const [major, minor] = numbers.map(Number);
  if (answer?.status !== 0 || major === undefined || minor === undefined) return null;
  return {
    command,
    version: [major, minor],
    release: numbers.join('.'),
    run: (file, options) => runInNewFolder(command, file, options),
  };
}

async function runInNewFolder(
  command: string,
  file: URL,
  { args = [], patienceMs = PATIENCE_MS }: RunOptions = {},
): Promise<Ending> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    // -P: a program called selectors.py must not stand in for the module of that name.
    return await runPython(command, ['-P', '-B', fileURLToPath(file), ...args], folder, patienceMs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runPython(
  command: string,
  args: string[],
  cwd: string,
  patienceMs = PATIENCE_MS,
): Promise<Ending> {
  const env: NodeJS.ProcessEnv = { ...process.env, PYTHONUTF8: '1' };
  for (const name of ['PYTHONASYNCIODEBUG', 'PYTHONWARNINGS', 'PYTHONPATH', 'PYTHONDEVMODE']) {
    delete env[name];
  }
  // A group of its own, so that its children go with it.
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    killGroup(child);
  }, patienceMs);
  try {
    const [stdout, stderr, [code, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    return { stdout, stderr, status: timedOut ? TIMED_OUT : shellStatus(code, signal) };
  } finally {
    clearTimeout(timer);
  }
}

/** As a shell counts: 130 for a program that SIGINT ended. */
function shellStatus(code: number | null, signal: NodeJS.Signals): number {
  return code ?? 128 + constants.signals[signal];
}

function killGroup({ pid }: ChildProcess) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
