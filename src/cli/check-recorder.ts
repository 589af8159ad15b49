/**
 * `check-recorder [FILTER...]`: runs real programs by the machine's own Python, each with and without
 * `loopscope_record.py`, and says where the two differ: in what is printed or the exit status. Every
 * trace must be valid, and is explained.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTrace } from '../trace/validate.ts';
import { isAtLeast } from './conformance-programs.ts';
import { explain } from './explain.ts';
import { findPython, type NativePython } from './native-python.ts';

export const RECORDER = new URL('../../public/loopscope_record.py', import.meta.url);

const FOLDERS = ['../../content/snippets/', '../../content/exercises/'].map(
  (folder) => new URL(folder, import.meta.url),
);

/** The oldest CPython that the recorder runs on. */
export const OLDEST_RECORDED = [3, 12] as const;

/** @returns the exit status: 0 where recording changed nothing. */
export async function checkRecorder(
  filters: readonly string[],
  python: NativePython,
  say: (line: string) => void,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'recorder-'));
  let differ = 0;
  try {
    const programs = await programsNamed(filters);
    for (const program of programs) {
      const complaints = await complaintsAbout(program, python, join(folder, 'trace.json'), say);
      if (complaints.length > 0) differ += 1;
      say(`${complaints.length === 0 ? 'same   ' : 'DIFFERS'} ${nameOf(program)}`);
      for (const complaint of complaints) say(`        ${complaint}`);
    }
    say(`${programs.length} programs under Python ${python.release}, ${differ} differ`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return differ === 0 ? 0 : 1;
}

async function programsNamed(filters: readonly string[]): Promise<URL[]> {
  const found = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(folder, { recursive: true }))
        .filter((name) => name.endsWith('.py'))
        .map((name) => new URL(name, folder)),
    ),
  );
  return found
    .flat()
    .filter(
      (url) => filters.length === 0 || filters.some((filter) => url.pathname.includes(filter)),
    )
    .toSorted((a, b) => a.pathname.localeCompare(b.pathname));
}

const nameOf = ({ pathname }: URL) => pathname.split('/').slice(-2).join('/');

async function complaintsAbout(
  program: URL,
  python: NativePython,
  trace: string,
  say: (line: string) => void,
): Promise<string[]> {
  const plain = await python.run(program);
  const recorded = await python.run(RECORDER, { args: ['--out', trace, program.pathname] });
  const complaints: string[] = [];
  if (plain.status !== recorded.status) {
    complaints.push(`exit status ${plain.status}, recorded ${recorded.status}`);
  }
  if (plain.stdout !== recorded.stdout) complaints.push('stdout differs');
  if (withoutAddresses(plain.stderr) !== withoutAddresses(recorded.stderr)) {
    complaints.push(`stderr differs: ${recorded.stderr.trim().split('\n').at(-1)}`);
  }
  try {
    const lines = explain(parseTrace(JSON.parse(await readFile(trace, 'utf8'))));
    for (const line of lines) say(`  ${line}`);
  } catch (error) {
    complaints.push((error as Error).message);
  }
  return complaints;
}

/** Addresses, ports, and times of a clock are others at each run. */
function withoutAddresses(text: string): string {
  return text.replace(/0x[\da-f]+|\b\d{4,5}\b|\d+\.\d{3,}/g, '#');
}

if (import.meta.main) {
  const python = await findPython(process.env.PYTHON ?? 'python3');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (python === null || !isAtLeast(python.version, OLDEST_RECORDED)) {
    say(
      `check-recorder: needs CPython ${OLDEST_RECORDED.join('.')} or later; PYTHON may name one.`,
    );
    process.exitCode = 1;
  } else {
    process.exitCode = await checkRecorder(process.argv.slice(2), python, say);
  }
}
