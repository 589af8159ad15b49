/**
 * `conformance --cpython FOLDER [FILTER...]`: runs CPython's own tests of asyncio in the simulator,
 * module by module, and by the machine's Python where that is of the same version, and compares.
 */
import { readFile } from 'node:fs/promises';
import type { Limits, Simulator } from '../simulator/simulator.ts';
import { type Ending, endingOf } from './conformance-programs.ts';
import { SPOILING } from './cpython-exceptions.ts';
import { type CpythonTests, readCpythonTests, WrongFolder } from './cpython-folder.ts';
import { formatCpythonReport, type ModuleResult } from './cpython-report.ts';
import { readVerdicts, type Verdict } from './cpython-verdicts.ts';
import type { NativePython } from './native-python.ts';
import { STATUS, type Streams } from './simulate.ts';

const RUNNER = new URL('./run_test_module.py', import.meta.url);

/** Where the tests lie in the simulator. */
const LAID_IN = '/usr/local/lib/cpython/test';

/** Of a whole module's tests, the longest of which natively takes a minute. */
const PATIENCE_MS = 600_000;
const LIMITS: Partial<Limits> = {
  realTimeMs: PATIENCE_MS,
  computingNs: PATIENCE_MS * 1e6,
  steps: 100_000_000,
  threadTurns: 10_000_000,
  outputChars: 100_000_000,
  tasks: 10_000_000,
};

/** A test that ends the whole run is left out of the next; more, and the module is given up. */
const MOST_RUNS = 20;

type Output = Pick<Streams, 'stdout' | 'stderr'>;

/** @returns the exit status: 0 where everything passes that passes natively. */
export async function runCpythonTests(
  path: string,
  filters: readonly string[],
  { stdout, stderr }: Output,
  { simulator, python }: { simulator: Simulator; python: NativePython | null },
): Promise<number> {
  const version = await versionOf(simulator);
  let tests: CpythonTests;
  try {
    tests = await readCpythonTests(path);
    checkVersion(tests, version);
  } catch (error) {
    if (!(error instanceof WrongFolder)) throw error;
    stderr.write(`conformance: ${error.message}\n`);
    return STATUS.usage;
  }
  const modules = tests.modules.filter(
    (name) => filters.length === 0 || filters.some((filter) => name.includes(filter)),
  );
  if (modules.length === 0) {
    stderr.write(`conformance: no module of the tests is called ${filters.join(' or ')}\n`);
    return STATUS.usage;
  }
  const native = python?.version.join('.') === minorOf(version) ? python : null;
  const [simulated, natively] = await Promise.all([
    inTurn(modules, (name) =>
      untilEnded(name, (argv) => runSimulated(tests, [...argv, ...SPOILING], simulator)),
    ),
    native && inTurn(modules, (name) => untilEnded(name, (argv) => runNative(tests, argv, native))),
  ]);
  const results = modules.map(
    (name, at): ModuleResult => ({
      name: name.slice(name.lastIndexOf('.') + 1),
      simulated: simulated[at] ?? new Map(),
      native: natively?.[at] ?? null,
    }),
  );
  const heading = headingOf(tests, version, native);
  const report = formatCpythonReport(heading, results, filters.length > 0);
  stdout.write(report.text);
  return report.agrees ? 0 : 1;
}

function checkVersion({ folder, version }: CpythonTests, simulated: string): void {
  if (minorOf(version) === minorOf(simulated)) return;
  throw new WrongFolder(
    `expected the tests of Python ${minorOf(simulated)}, as the simulator is of ${simulated}, ` +
      `found those of ${version} in ${folder}`,
  );
}

/** `3.14.2` gives `3.14`. */
function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function headingOf(tests: CpythonTests, simulated: string, native: NativePython | null): string {
  const what = `CPython's tests of asyncio, of ${tests.version}, on the simulator's Python ${simulated}`;
  return native
    ? `${what} and on ${native.command}, Python ${native.release}`
    : `${what}.\nThere is no Python ${minorOf(simulated)} here to compare with (PYTHON can name one).`;
}

/** Runs a module again without what has ended, until all has: a test may end the whole run. */
async function untilEnded(
  name: string,
  run: (argv: readonly string[]) => Promise<Ending>,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (let runs = 0; runs < MOST_RUNS; runs += 1) {
    const { stdout, stderr, status } = await run([name, ...verdicts.keys()]);
    const told = readVerdicts(stdout);
    for (const [id, verdict] of told.verdicts) verdicts.set(id, verdict);
    if (told.ended) break;
    const last = stderr.trimEnd().split('\n').at(-1);
    const culprit = told.underway ?? `${name} (the module)`;
    verdicts.set(culprit, { kind: 'failed', why: `it ended the run, exit ${status}: ${last}` });
    if (told.underway === null) break;
  }
  return verdicts;
}

async function runSimulated(
  { files }: CpythonTests,
  args: readonly string[],
  simulator: Simulator,
): Promise<Ending> {
  const laid = [...files].map(([name, bytes]) => [`${LAID_IN}/${name}`, bytes] as const);
  const { finished } = simulator.run({
    source: await readFile(RUNNER, 'utf8'),
    args: [LAID_IN, ...args],
    files: Object.fromEntries(laid),
    watch: false,
    limits: LIMITS,
  });
  return endingOf(await finished);
}

function runNative(
  { folder }: CpythonTests,
  args: readonly string[],
  python: NativePython,
): Promise<Ending> {
  return python.run(RUNNER, { args: [folder, ...args], patienceMs: PATIENCE_MS });
}

async function versionOf(simulator: Simulator): Promise<string> {
  const source = 'import sys; print(*sys.version_info[:3], sep=".")';
  return endingOf(await simulator.run({ source, watch: false }).finished).stdout.trim();
}

async function inTurn<T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await map(item));
  return results;
}
