/** What `conformance --cpython` prints: a row a module, then the tests that differ. */
import { exceptionOf } from './cpython-exceptions.ts';
import type { Verdict } from './cpython-verdicts.ts';

type Verdicts = ReadonlyMap<string, Verdict>;

export interface ModuleResult {
  /** `test_locks`. */
  readonly name: string;
  readonly simulated: Verdicts;
  /** Null where there is no Python to compare with. */
  readonly native: Verdicts | null;
}

const COLUMNS = ['ran', 'passed', 'failed', 'skipped', 'excepted', 'differs'] as const;
type Counts = Record<(typeof COLUMNS)[number], number>;

export interface CpythonReport {
  readonly text: string;
  /** Whether nothing passes natively that does not pass here. */
  readonly agrees: boolean;
}

/**
 * @param heading what was compared with what.
 * @param whole whether to print tracebacks whole, not only their last lines.
 */
export function formatCpythonReport(
  heading: string,
  results: readonly ModuleResult[],
  whole: boolean,
): CpythonReport {
  const lost = results.flatMap(lostIn);
  const notRun = results.map((result) => notRunIn(result)).filter((line) => line !== '');
  const excepted = lost.filter(({ id }) => exceptionOf(id) !== null);
  const left = lost.filter(({ id }) => exceptionOf(id) === null);
  const compared = results.some(({ native }) => native !== null);
  const sections = [
    heading,
    table(results.map((result) => [result.name, countsOf(result)])),
    summary(results),
    listed(compared ? 'Pass natively, and not here' : 'Fail here', [
      ...left.flatMap(({ id, simulated }) =>
        simulated ? [`${id}: ${told(simulated, whole)}`] : [],
      ),
      ...notRun,
    ]),
    listed('Cannot pass here', reasonsOf(excepted)),
  ];
  return {
    text: `${sections.filter((section) => section !== '').join('\n\n')}\n`,
    agrees: left.length === 0,
  };
}

function summary(results: readonly ModuleResult[]): string {
  const passing = results.map(({ simulated, native }) => {
    const ids = [...(native ?? [])].filter(([, { kind }]) => kind === 'passed');
    return [ids.length, ids.filter(([id]) => simulated.get(id)?.kind === 'passed').length] as const;
  });
  const sum = (which: 0 | 1) => passing.reduce((all, counts) => all + counts[which], 0);
  return sum(0) === 0 ? '' : `Natively ${sum(0)} pass, and of these ${sum(1)} here.`;
}

interface Lost {
  readonly id: string;
  readonly simulated: Verdict | undefined;
}

/**
 * What passes natively and not here; and what fails here of which nothing is known natively, such as
 * the import of a module. Without a native Python, that is all that fails.
 */
function lostIn({ simulated, native }: ModuleResult): Lost[] {
  const failed = [...simulated].filter(([id, { kind }]) => kind === 'failed' && !native?.has(id));
  const passed = [...(native ?? [])].filter(([, { kind }]) => kind === 'passed');
  return [...failed, ...passed]
    .map(([id]) => ({ id, simulated: simulated.get(id) }))
    .filter(({ simulated: verdict }) => verdict?.kind !== 'passed');
}

function notRunIn(result: ModuleResult): string {
  const ids = lostIn(result).filter(
    ({ id, simulated }) => simulated === undefined && exceptionOf(id) === null,
  );
  return ids.length === 0 ? '' : `${result.name}: not run: ${counted(ids.length)}`;
}

function told(verdict: Verdict, whole: boolean): string {
  const why = whole ? verdict.why.replace(/^/gm, '    ') : (verdict.why.split('\n').at(-1) ?? '');
  return `${verdict.kind}${why ? `: ${whole ? `\n${why}` : why}` : ''}`;
}

function countsOf(result: ModuleResult): Counts {
  const kinds = [...result.simulated.values()].map(({ kind }) => kind);
  const lost = lostIn(result);
  const count = (wanted: Verdict['kind']) => kinds.filter((kind) => kind === wanted).length;
  return {
    ran: kinds.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    excepted: lost.filter(({ id }) => exceptionOf(id) !== null).length,
    differs: result.native ? lost.filter(({ id }) => exceptionOf(id) === null).length : 0,
  };
}

function reasonsOf(excepted: readonly Lost[]): string[] {
  const ids = Map.groupBy(excepted, ({ id }) => exceptionOf(id));
  return [...ids].map(([reason, of]) => `${counted(of.length)}: ${reason}`);
}

function counted(tests: number): string {
  return `${tests} ${tests === 1 ? 'test' : 'tests'}`;
}

function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [`${title}:`, ...items.map((item) => `  ${item}`)].join('\n');
}

function table(rows: readonly (readonly [string, Counts])[]): string {
  const total = Object.fromEntries(
    COLUMNS.map((column) => [column, rows.reduce((sum, [, counts]) => sum + counts[column], 0)]),
  ) as Counts;
  const all = [...rows, ['total', total] as const];
  const width = Math.max(...all.map(([name]) => name.length));
  const head = ['module'.padEnd(width), ...COLUMNS.map((column) => column.padStart(8))].join(' ');
  const body = all.map(([name, counts]) =>
    [
      name.padEnd(width),
      ...COLUMNS.map((column) => String(counts[column] || '·').padStart(8)),
    ].join(' '),
  );
  return [head, ...body].join('\n');
}
