/** What the conformance runs show: a verdict for each program, and all of them as text. */
import type { ConformanceProgram, Ending } from './conformance-programs.ts';
import type { NativePython } from './native-python.ts';

/** A conformance program or a snippet. */
export interface Case extends ConformanceProgram {
  /** Why it is not compared; null where it is. */
  readonly exception: string | null;
}

export interface Result {
  readonly case: Case;
  /** Null where it was not run. */
  readonly simulated: Ending | null;
  readonly native: Ending | null;
}

export type Verdict =
  | { readonly kind: 'agreed' }
  /** Not run natively; `asExpected` is null where nothing is recorded to compare with. */
  | { readonly kind: 'simulated-only'; readonly asExpected: true | null }
  | { readonly kind: 'differs'; readonly natively: boolean; readonly difference: string }
  | { readonly kind: 'excepted'; readonly reason: string };

export type Printed = Pick<Ending, 'stdout' | 'status'>;

/** The simulator must print what native Python prints, and what is on record. */
export function judge({ case: { exception, expected }, simulated, native }: Result): Verdict {
  if (exception !== null) return { kind: 'excepted', reason: exception };
  if (simulated === null) return { kind: 'simulated-only', asExpected: null };
  if (native && !samePrinted(native, simulated)) {
    return { kind: 'differs', natively: true, difference: describeDifference(native, simulated) };
  }
  if (expected && !samePrinted(expected, simulated)) {
    const difference = describeDifference(expected, simulated);
    return { kind: 'differs', natively: false, difference };
  }
  if (native) return { kind: 'agreed' };
  return { kind: 'simulated-only', asExpected: expected ? true : null };
}

export function samePrinted(one: Printed, other: Printed): boolean {
  return one.stdout === other.stdout && one.status === other.status;
}

/** How many lines of a difference are shown from each side. */
const SHOWN_LINES = 6;

/**
 * Only the lines that differ, `-` for those expected and `+` for those of the simulator:
 * `a b c` and `a x c` give `- b`, `+ x`.
 */
export function describeDifference(expected: Printed, simulated: Ending): string {
  const before = expected.stdout.split('\n');
  const after = simulated.stdout.split('\n');
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end) === after.at(-1 - end)
  ) {
    end += 1;
  }
  const lines = [
    ...marked('-', before.slice(start, before.length - end)),
    ...marked('+', after.slice(start, after.length - end)),
  ];
  if (expected.status !== simulated.status) {
    lines.push(`- exit ${expected.status}`, `+ exit ${simulated.status}`);
    lines.push(...marked('!', simulated.stderr.trimEnd().split('\n').slice(-SHOWN_LINES)));
  }
  return lines.join('\n');
}

function marked(mark: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, SHOWN_LINES).map((line) => `${mark} ${line}`);
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, `${mark} … and ${left} more`] : shown;
}

const COLUMNS = ['agreed', 'differs', 'not run natively', 'excepted'] as const;
type Column = (typeof COLUMNS)[number];

export interface Report {
  readonly text: string;
  /** Whether everything agrees that should. */
  readonly agrees: boolean;
}

export function formatReport(
  results: readonly Result[],
  python: Pick<NativePython, 'command' | 'version'> | null,
): Report {
  const judged = results.map((result) => ({ case: result.case, verdict: judge(result) }));
  const rows = new Map<string, Record<Column, number>>();
  for (const { case: each, verdict } of judged) {
    for (const row of [topicOf(each.name), TOTAL]) {
      const counts = rows.get(row) ?? { agreed: 0, differs: 0, 'not run natively': 0, excepted: 0 };
      counts[columnOf(verdict)] += 1;
      // The total stays last.
      if (row === TOTAL) rows.delete(row);
      rows.set(row, counts);
    }
  }
  const sections = [
    heading(python),
    table([...rows]),
    notRunNatively(judged),
    ...judged.flatMap(({ case: each, verdict }) => describe(each, verdict) ?? []),
  ];
  return {
    text: `${sections.filter((section) => section !== '').join('\n\n')}\n`,
    agrees: judged.every(({ verdict }) => verdict.kind !== 'differs'),
  };
}

const TOTAL = 'total';

function heading(python: Pick<NativePython, 'command' | 'version'> | null): string {
  return python
    ? `The simulator against ${python.command}, Python ${python.version.join('.')}`
    : 'There is no python3 of 3.11 or later here (PYTHON can name one), so nothing is run natively:\n' +
        'the simulator is compared with the recorded outputs only.';
}

/** How many were not run natively, and what can still be said of them. */
function notRunNatively(judged: readonly { case: Case; verdict: Verdict }[]): string {
  const left = judged.filter(({ verdict }) => verdict.kind === 'simulated-only');
  const unchecked = left.flatMap(({ case: { name }, verdict }) =>
    verdict.kind === 'simulated-only' && !verdict.asExpected ? [name] : [],
  );
  if (left.length === 0) return '';
  return [
    `Not run natively: ${left.length}, of which ${left.length - unchecked.length} print what is recorded or documented.`,
    ...(unchecked.length > 0 ? [`Nothing to compare with: ${unchecked.join(', ')}`] : []),
  ].join('\n');
}

function describe(each: Case, verdict: Verdict): string | null {
  if (verdict.kind === 'excepted') return `excepted: ${each.name}: ${verdict.reason}`;
  if (verdict.kind !== 'differs') return null;
  const from = verdict.natively ? 'native Python' : `what is ${each.expected?.origin}`;
  return `differs: ${each.name}, from ${from}\n${verdict.difference.replace(/^/gm, '    ')}`;
}

function columnOf(verdict: Verdict): Column {
  return verdict.kind === 'simulated-only' ? 'not run natively' : verdict.kind;
}

/** `streams/echo` gives `streams`, `snippets/home/together` gives `snippets/home`. */
function topicOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'));
}

function table(rows: readonly (readonly [string, Record<Column, number>])[]): string {
  const width = Math.max(...rows.map(([topic]) => topic.length));
  const head = ['topic'.padEnd(width), ...COLUMNS].join('  ');
  const body = rows.map(([topic, count]) =>
    [
      topic.padEnd(width),
      ...COLUMNS.map((column) => String(count[column] || '·').padStart(column.length)),
    ].join('  '),
  );
  return [head, ...body].join('\n');
}
