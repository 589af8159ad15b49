/** Which rows of output are a traceback, and belong together. */
import type { ComparedRow } from '../../../analysis/compare-output.ts';
import { type Traceback, tracebackAt } from '../../../analysis/traceback/traceback.ts';
import { formatSeconds } from '../../../analysis/transcript.ts';

/** Consecutive rows; their traceback counts its lines from the first of them. */
export interface PrintedTraceback {
  /** The first row, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly texts: readonly string[];
  /** How many lines stand before it: `Task exception was never retrieved`, `future: …`. */
  readonly lead: number;
  readonly traceback: Traceback;
  /** Whether a comparison found all of it added; else all of it is as expected. */
  readonly isAdded: boolean;
  readonly atNs: number;
}

/**
 * Only what a comparison calls the same, or wholly new, and what was printed in one go: a traceback
 * in which some lines differ is read row by row.
 */
export function printedTracebacks(rows: readonly ComparedRow[]): readonly PrintedTraceback[] {
  const found: PrintedTraceback[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = endOfRun(rows, from);
    found.push(...within(rows.slice(from, to)).map((each) => shifted(each, from)));
    from = to;
  }
  return found;
}

/** Where rows end that were written to stderr at one moment and fare alike in a comparison. */
function endOfRun(rows: readonly ComparedRow[], from: number): number {
  const key = runKey(rows[from]);
  let to = from + 1;
  while (key !== null && to < rows.length && runKey(rows[to]) === key) to += 1;
  return to;
}

function runKey(row: ComparedRow | undefined): string | null {
  if (row?.kind !== 'same' && row?.kind !== 'added') return null;
  const { stream, atNs } = row.line;
  return stream === 'stderr' ? `${row.kind} ${formatSeconds(atNs)}` : null;
}

function within(rows: readonly ComparedRow[]): PrintedTraceback[] {
  const texts = rows.map((row) => (row.kind === 'missing' ? '' : row.line.text));
  const first = rows[0];
  if (!first || runKey(first) === null) return [];
  const atNs = first.kind === 'missing' ? 0 : first.line.atNs;
  const found: PrintedTraceback[] = [];
  for (let from = 0; from < texts.length; ) {
    const lead = leadAt(texts, from);
    const traceback = tracebackAt(texts, from + lead);
    if (traceback) {
      const { to } = traceback;
      const own = texts.slice(from, to);
      const inOwn = tracebackAt(own, lead) ?? traceback;
      const isAdded = first.kind === 'added';
      found.push({ from, to, texts: own, lead, traceback: inOwn, isAdded, atNs });
    }
    from = traceback?.to ?? from + 1;
  }
  return found;
}

/** What asyncio and threading say before a traceback; 0 where that is not what it is. */
function leadAt(texts: readonly string[], from: number): number {
  if (!LEAD.test(texts[from] ?? '')) return 0;
  let to = from + 1;
  while (to - from < MOST_LEAD && ABOUT.test(texts[to] ?? '')) to += 1;
  return to - from;
}

const MOST_LEAD = 30;
const LEAD =
  /^(?:\w+ exception was never retrieved$|[Uu]nhandled exception |Exception in (?:callback|thread) |Exception ignored |Fatal (?:read|write) error )/;
/** `future: <Task …>`, and in debug mode the lines where it was made. */
const ABOUT = /^[a-z_]+: |^ {2}File "|^ {4}/;

function shifted(each: PrintedTraceback, by: number): PrintedTraceback {
  return { ...each, from: each.from + by, to: each.to + by };
}
