/** What can be demanded of what a run prints to stdout. */
import { analysisOf } from '../analysis/analysis.ts';
import { formatSeconds } from '../analysis/transcript.ts';
import type { Trace } from '../trace/schema.ts';
import { type CheckVerdict, failed, limitText, NS_PER_SECOND, passed } from './check-verdict.ts';

export type OutputCheck =
  /** All of stdout, but for white space at its end. */
  | { readonly kind: 'output-is'; readonly text: string }
  /** A line of stdout with this text, begun between these times, where they are given. */
  | {
      readonly kind: 'output-contains';
      readonly text: string;
      readonly fromSeconds?: number;
      readonly bySeconds?: number;
    }
  /** The last line of stdout. */
  | { readonly kind: 'output-ends-with'; readonly text: string }
  /**
   * All of stdout, each line with the time at which it is begun: `"2.000 tea is ready"`. Lines of
   * the same time may come in any order.
   */
  | { readonly kind: 'prints-at'; readonly text: string };

export function judgeOutput(trace: Trace, check: OutputCheck): CheckVerdict {
  switch (check.kind) {
    case 'output-is':
      return outputIs(trace, check.text);
    case 'output-contains':
      return outputContains(trace, check);
    case 'output-ends-with':
      return outputEndsWith(trace, check.text);
    case 'prints-at':
      return printsAt(trace, check.text);
  }
}

interface PrintedLine {
  readonly text: string;
  readonly atNs: number;
}

/** White space at the end of lines and blank lines at the end of output are nobody's concern. */
function printed(trace: Trace): PrintedLine[] {
  const lines = analysisOf(trace)
    .output.filter(({ stream }) => stream === 'stdout')
    .map(({ text, atNs }) => ({ text: text.trimEnd(), atNs }));
  const last = lines.findLastIndex(({ text }) => text !== '');
  return lines.slice(0, last + 1);
}

function outputIs(trace: Trace, text: string): CheckVerdict {
  const lines = printed(trace);
  const expected = linesOf(text);
  for (let at = 0; at < Math.max(lines.length, expected.length); at += 1) {
    const differs = difference(at, lines[at], expected[at]);
    if (differs) return differs;
  }
  return passed('the output is as expected');
}

/** Null where a line, counted from 0, is as it ought to be. */
function difference(
  at: number,
  line: PrintedLine | undefined,
  expected: string | undefined,
): CheckVerdict | null {
  if (line?.text === expected) return null;
  const which = `line ${at + 1} of the output`;
  if (expected === undefined) {
    return failed(`${which}, ${quoted(line?.text)}, is one too many`, line?.atNs);
  }
  return line === undefined
    ? failed(`${which}, ${quoted(expected)}, is missing`)
    : failed(`${which} is ${quoted(line.text)}; expected ${quoted(expected)}`, line.atNs);
}

function linesOf(text: string): string[] {
  return text.trimEnd() === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => line.trimEnd());
}

function outputContains(
  trace: Trace,
  {
    text,
    fromSeconds = 0,
    bySeconds = Number.POSITIVE_INFINITY,
  }: Extract<OutputCheck, { kind: 'output-contains' }>,
): CheckVerdict {
  const line = printed(trace).find((each) => each.text.includes(text));
  if (!line) return failed(`nothing printed contains ${quoted(text)}`);
  const what = `${quoted(text)} was printed at ${formatSeconds(line.atNs)}`;
  if (line.atNs > bySeconds * NS_PER_SECOND) {
    return failed(`${what}; the limit is ${limitText(bySeconds)}`, line.atNs);
  }
  return line.atNs < fromSeconds * NS_PER_SECOND
    ? failed(`${what}; that is before ${limitText(fromSeconds)}`, line.atNs)
    : passed(what, line.atNs);
}

function outputEndsWith(trace: Trace, text: string): CheckVerdict {
  const last = printed(trace).at(-1);
  if (!last) return failed('nothing was printed');
  return last.text === text
    ? passed(`${quoted(text)} is the last line of the output`, last.atNs)
    : failed(
        `the last line of the output is ${quoted(last.text)}; expected ${quoted(text)}`,
        last.atNs,
      );
}

/** What a program computes takes a little time: a line that is off by less is in time. */
const SOON_ENOUGH_NS = 0.05 * NS_PER_SECOND;

function printsAt(trace: Trace, text: string): CheckVerdict {
  const lines = printed(trace);
  const expected = linesOf(text).map(timedLine);
  let at = 0;
  while (at < expected.length) {
    const { atNs } = expected[at] as PrintedLine;
    const together = expected.slice(at).findIndex((each) => each.atNs !== atNs);
    const end = together < 0 ? expected.length : at + together;
    const left = expected.slice(at, end).map((each) => each.text);
    for (; at < end; at += 1) {
      const line = lines[at];
      const found = line ? left.indexOf(line.text) : -1;
      if (!line || found < 0) return difference(at, line, left[0]) as CheckVerdict;
      left.splice(found, 1);
      if (Math.abs(line.atNs - atNs) <= SOON_ENOUGH_NS) continue;
      return failed(
        `${quoted(line.text)} was printed at ${formatSeconds(line.atNs)}; expected at ${formatSeconds(atNs)}`,
        line.atNs,
      );
    }
  }
  return difference(at, lines[at], undefined) ?? passed('the output and its times are as expected');
}

/** `"2.000 tea is ready"` */
function timedLine(line: string): PrintedLine {
  const [, seconds, text = ''] = /^(\d+\.\d+) (.*)$/.exec(line) ?? [];
  if (seconds === undefined) {
    throw new Error(
      `prints-at: expected seconds and a line, "2.000 tea is ready", found "${line}".`,
    );
  }
  return { text, atNs: Math.round(Number(seconds) * NS_PER_SECOND) };
}

function quoted(text: string | undefined): string {
  return `“${text ?? ''}”`;
}
