/**
 * `conformance [--record] [--cpython FOLDER] [FILTER...]`: runs every conformance program and every snippet in the
 * simulator and by the machine's own Python, side by side, and says where the two disagree.
 * What is compared is stdout, byte for byte, and the exit status.
 */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeSimulator } from '../simulator/hosts/node.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { SNIPPET_EXCEPTIONS } from './conformance-exceptions.ts';
import {
  conformancePrograms,
  type Ending,
  endingOf,
  isAtLeast,
  OLDEST_PYTHON,
  requiredVersion,
  writeRecorded,
} from './conformance-programs.ts';
import { type Case, formatReport, type Result, samePrinted } from './conformance-report.ts';
import { runCpythonTests } from './cpython-tests.ts';
import { findPython, type NativePython } from './native-python.ts';
import { STATUS, type Streams } from './simulate.ts';
import { readSource, snippetNames } from './snippets.ts';

export const USAGE = `usage: conformance [--record] [--cpython FOLDER] [FILTER...]

Compares the simulator with the machine's Python (python3, or the one that PYTHON names), program
by program. A FILTER is a part of a name, such as streams/ or snippets/home.
  --record          run Python alone, and write anew what the conformance programs should print
  --cpython FOLDER  run CPython's own tests of asyncio instead; FOLDER is the Lib/test of a CPython
                    of the simulator's version, in its source or installed
`;

/** Native programs mostly sleep, yet each needs a core when it wakes, or its times are wrong. */
const NATIVE_AT_ONCE = Math.max(2, availableParallelism());

/** How often a program that differs is run again, alone: a busy machine makes programs late. */
const SECOND_CHANCES = 3;

/** A program whose output varies within so many runs is not recorded. */
const RECORDED_RUNS = 3;

type Output = Pick<Streams, 'stdout' | 'stderr'>;

export interface Engines {
  readonly simulator: Simulator;
  readonly python: NativePython | null;
}

/** @returns the exit status: 0 where all that should agree agrees, else 1. */
export async function conformance(
  argv: readonly string[],
  { stdout, stderr }: Output,
  { simulator, python }: Engines,
): Promise<number> {
  let request: Request;
  try {
    request = parseRequest(argv);
  } catch (error) {
    stderr.write(`conformance: ${(error as Error).message}\n\n${USAGE}`);
    return STATUS.usage;
  }
  const { cpython, filters } = request;
  if (cpython !== null) {
    return runCpythonTests(cpython, filters, { stdout, stderr }, { simulator, python });
  }
  const cases = (await allCases(python)).filter(({ name }) => matches(name, filters));
  if (cases.length === 0) {
    stderr.write(`conformance: nothing is called ${filters.join(' or ')}\n`);
    return STATUS.usage;
  }
  if (request.record) return record(cases, python, { stdout, stderr });

  const [simulated, native] = await Promise.all([
    inTurn(cases, (each) => runSimulated(each, simulator)),
    atOnce(NATIVE_AT_ONCE, cases, (each) => runNative(each, python)),
  ]);
  const results = cases.map((each, at) => ({
    case: each,
    simulated: simulated[at] as Ending | null,
    native: native[at] as Ending | null,
  }));
  const settled = await inTurn(results, (result) => runAgain(result, python));
  const report = formatReport(settled, python);
  stdout.write(report.text);
  return report.agrees ? 0 : 1;
}

interface Request {
  readonly record: boolean;
  /** A folder of CPython's own tests. */
  readonly cpython: string | null;
  readonly filters: readonly string[];
}

function parseRequest(argv: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { record: { type: 'boolean', default: false }, cpython: { type: 'string' } },
    allowPositionals: true,
  });
  return { record: values.record, cpython: values.cpython ?? null, filters: positionals };
}

function matches(name: string, filters: readonly string[]): boolean {
  return filters.length === 0 || filters.some((filter) => name.includes(filter));
}

async function allCases(python: NativePython | null): Promise<Case[]> {
  const programs = (await conformancePrograms()).map((program) => ({
    ...program,
    exception: null,
  }));
  const snippets = (await snippetNames()).map(async (name): Promise<Case> => {
    const source = await readSource(name);
    return {
      name: `snippets/${name}`,
      file: new URL(`../../content/snippets/${name}.py`, import.meta.url),
      source,
      requires: requiredVersion(source),
      expected: null,
      exception: exceptionOf(name, python),
    };
  });
  return [...programs, ...(await Promise.all(snippets))];
}

function exceptionOf(snippet: string, python: NativePython | null): string | null {
  const { reason, agreesFrom } = SNIPPET_EXCEPTIONS[snippet] ?? {};
  const agrees = python && agreesFrom && isAtLeast(python.version, agreesFrom);
  return agrees ? null : (reason ?? null);
}

async function runSimulated(each: Case, simulator: Simulator): Promise<Ending | null> {
  if (each.exception !== null) return null;
  const { source, file } = each;
  return endingOf(await simulator.run({ source, name: basename(file.pathname) }).finished);
}

async function runNative(each: Case, python: NativePython | null): Promise<Ending | null> {
  if (each.exception !== null || python === null) return null;
  return isAtLeast(python.version, each.requires) ? python.run(each.file) : null;
}

/** Unless Python printed what is recorded of it: then it is the simulator that differs. */
async function runAgain(result: Result, python: NativePython | null): Promise<Result> {
  let last = result;
  for (let chance = 0; chance < SECOND_CHANCES; chance += 1) {
    const { case: each, native, simulated } = last;
    if (python === null || native === null || simulated === null) break;
    if (samePrinted(native, simulated) || (each.expected && samePrinted(native, each.expected))) {
      break;
    }
    last = { ...last, native: await python.run(each.file) };
  }
  return last;
}

async function record(
  cases: readonly Case[],
  python: NativePython | null,
  { stdout, stderr }: Output,
): Promise<number> {
  if (python === null) {
    stderr.write('conformance: nothing can be recorded without a python3\n');
    return 1;
  }
  const programs = cases.filter(({ name }) => !name.startsWith('snippets/'));
  const refused = await atOnce(NATIVE_AT_ONCE, programs, async (program) => {
    if (!isAtLeast(python.version, program.requires)) {
      stdout.write(`left alone  ${program.name}: needs Python ${program.requires.join('.')}\n`);
      return false;
    }
    const first = await python.run(program.file);
    for (let run = 1; run < RECORDED_RUNS; run += 1) {
      const { stdout: text, status } = await python.run(program.file);
      if (text === first.stdout && status === first.status) continue;
      stdout.write(`refused     ${program.name}: its output varies from run to run\n`);
      return true;
    }
    const { expected } = program;
    if (expected?.origin === 'recorded' && expected.stdout === first.stdout) return false;
    await writeRecorded(program.name, first);
    stdout.write(`recorded    ${program.name}\n`);
    return false;
  });
  return refused.includes(true) ? 1 : 0;
}

/** Maps over the items with at most `limit` under way. Results are in the order of the items. */
async function atOnce<T, R>(
  limit: number,
  items: readonly T[],
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [at, item] of waiting) results[at] = await map(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

function inTurn<T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> {
  return atOnce(1, items, map);
}

/** The machine's Python, if it is new enough to run the programs. */
async function usablePython(): Promise<NativePython | null> {
  const python = await findPython(process.env.PYTHON ?? 'python3');
  return python && isAtLeast(python.version, OLDEST_PYTHON) ? python : null;
}

if (import.meta.main) {
  const simulator = createNodeSimulator({ keepSpare: true });
  const python = await usablePython();
  process.exitCode = await conformance(process.argv.slice(2), process, { simulator, python });
  simulator.dispose();
}
