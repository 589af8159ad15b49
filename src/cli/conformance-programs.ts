/**
 * The conformance programs on disk: `tests/conformance/<topic>/<name>.py`, each with what native
 * CPython printed. Owns their files' names and the `# requires:` line; runs nothing.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { formatOutcome } from '../analysis/transcript.ts';
import type { Trace } from '../trace/schema.ts';
import { STATUS } from './simulate.ts';

const PROGRAMS = new URL('../../tests/conformance/', import.meta.url);

/** `[3, 12]` for Python 3.12. */
export type PythonVersion = readonly [major: number, minor: number];

/** The oldest Python that the programs are written for. */
export const OLDEST_PYTHON: PythonVersion = [3, 11];

export interface ConformanceProgram {
  /** `topic/name`, such as `streams/echo`. */
  readonly name: string;
  readonly file: URL;
  readonly source: string;
  /** The oldest Python that can run it. */
  readonly requires: PythonVersion;
  readonly expected: Expected | null;
}

export interface Expected {
  readonly stdout: string;
  readonly status: number;
  /** Printed by native CPython, or worked out from Python's documentation. */
  readonly origin: 'recorded' | 'documented';
}

/** How a run ended, be it native or simulated. */
export interface Ending {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** All programs in alphabetical order, with what is recorded of them. */
export async function conformancePrograms(): Promise<ConformanceProgram[]> {
  const entries = await readdir(PROGRAMS, { recursive: true });
  const names = entries
    .filter((entry) => entry.endsWith('.py'))
    .map((entry) => entry.replaceAll('\\', '/').slice(0, -'.py'.length))
    .sort();
  return Promise.all(names.map(readProgram));
}

async function readProgram(name: string): Promise<ConformanceProgram> {
  const file = fileOf(name, '.py');
  const source = await readFile(file, 'utf8');
  return { name, file, source, requires: requiredVersion(source), expected: await expected(name) };
}

async function expected(name: string): Promise<Expected | null> {
  const read = (suffix: string) => readFile(fileOf(name, suffix), 'utf8').catch(() => null);
  const [recorded, documented, status] = await Promise.all(
    ['.txt', '.expected.txt', '.status'].map(read),
  );
  const stdout = recorded ?? documented;
  if (stdout == null) return null;
  return {
    stdout,
    status: Number(status ?? 0),
    origin: recorded == null ? 'documented' : 'recorded',
  };
}

/** Writes what native CPython printed, in place of whatever was expected before. */
export async function writeRecorded(name: string, { stdout, status }: Ending): Promise<void> {
  await writeFile(fileOf(name, '.txt'), stdout);
  await rm(fileOf(name, '.expected.txt'), { force: true });
  if (status === 0) await rm(fileOf(name, '.status'), { force: true });
  else await writeFile(fileOf(name, '.status'), `${status}\n`);
}

/** `"# requires: 3.13\n…"` gives `[3, 13]`; a program that does not say runs on the oldest. */
export function requiredVersion(source: string): PythonVersion {
  const [, major, minor] = source.match(/^# requires: (\d+)\.(\d+)\n/) ?? [];
  return major === undefined ? OLDEST_PYTHON : [Number(major), Number(minor)];
}

export function isAtLeast(version: PythonVersion, wanted: PythonVersion): boolean {
  return version[0] > wanted[0] || (version[0] === wanted[0] && version[1] >= wanted[1]);
}

/** A recording as a run of `python FILE.py` would have ended. */
export function endingOf({ events, outcome }: Trace): Ending {
  const text = (stream: 'stdout' | 'stderr') =>
    events
      .map((event) => (event.kind === 'output' && event.stream === stream ? event.text : ''))
      .join('');
  switch (outcome.kind) {
    case 'exited':
      return { stdout: text('stdout'), stderr: text('stderr'), status: outcome.status };
    case 'deadlocked':
    case 'serving':
    case 'limited':
    case 'crashed':
    case 'stopped':
    case 'running': {
      const stderr = `${text('stderr')}${formatOutcome(outcome)}\n`;
      return { stdout: text('stdout'), stderr, status: STATUS[outcome.kind] };
    }
  }
}

function fileOf(name: string, suffix: string): URL {
  return new URL(`${name}${suffix}`, PROGRAMS);
}
