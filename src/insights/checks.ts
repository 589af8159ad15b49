/**
 * What can be demanded of a run: small predicates over its recording, declared as data, each with a
 * message of what was seen and when. Exercises are graded by them.
 */
import { agentsOf, labelOf } from '../analysis/agents.ts';
import { blocksOf } from '../analysis/blocks.ts';
import { occupancyOf, type Subject, subjectText } from '../analysis/occupancy.ts';
import { stateAt } from '../analysis/state-at.ts';
import { stepCount } from '../analysis/steps.ts';
import { formatOutcome, formatSeconds, transcriptLines } from '../analysis/transcript.ts';
import type { Recording } from '../trace/recording.ts';
import { explanationsOf } from './explanations.ts';
import { code, countText, lineText } from './wording.ts';

export type Check =
  /** The program ends by itself, with no error, at this time or before. */
  | { readonly kind: 'finishes-by'; readonly seconds: number }
  | { readonly kind: 'never-more-than'; readonly limit: number; readonly of: Subject }
  | { readonly kind: 'never-blocks-longer-than'; readonly seconds: number }
  /** Every task ends before the program does. */
  | { readonly kind: 'no-task-left-behind' }
  /** All of stdout, but for white space at its end. */
  | { readonly kind: 'output-is'; readonly text: string }
  /** A line of stdout with this text, begun at this time or before, if a time is given. */
  | { readonly kind: 'output-contains'; readonly text: string; readonly bySeconds?: number }
  /** Some task is cancelled; none keeps a lock, dies pending or fails unheard. */
  | { readonly kind: 'cancels-cleanly' };

export interface Verdict {
  readonly passed: boolean;
  /** What was seen, without a full stop: `` "two `download` tasks overlapped at 1.000; the limit is 1" ``. */
  readonly message: string;
  /** When it was seen; null where there is nothing to point at. */
  readonly atNs: number | null;
}

export function judge(recording: Recording, check: Check): Verdict {
  switch (check.kind) {
    case 'finishes-by':
      return finishesBy(recording, check.seconds);
    case 'never-more-than':
      return neverMoreThan(recording, check.limit, check.of);
    case 'never-blocks-longer-than':
      return neverBlocksLongerThan(recording, check.seconds);
    case 'no-task-left-behind':
      return noTaskLeftBehind(recording);
    case 'output-is':
      return outputIs(recording, check.text);
    case 'output-contains':
      return outputContains(recording, check.text, check.bySeconds ?? Number.POSITIVE_INFINITY);
    case 'cancels-cleanly':
      return cancelsCleanly(recording);
  }
}

function passed(message: string, atNs: number | null = null): Verdict {
  return { passed: true, message, atNs };
}

function failed(message: string, atNs: number | null = null): Verdict {
  return { passed: false, message, atNs };
}

const NS_PER_SECOND = 1e9;

/** `3` gives `"3.000"`. */
function limitText(seconds: number): string {
  return formatSeconds(seconds * NS_PER_SECOND);
}

function finishesBy({ outcome, endedNs }: Recording, seconds: number): Verdict {
  const at = formatSeconds(endedNs);
  if (outcome.kind !== 'exited' || outcome.status !== 0) {
    return failed(`the program did not end well: ${formatOutcome(outcome)} at ${at}`, endedNs);
  }
  return endedNs <= seconds * NS_PER_SECOND
    ? passed(`the program ended at ${at}`, endedNs)
    : failed(`the program ended at ${at}; the limit is ${limitText(seconds)}`, endedNs);
}

function neverMoreThan(recording: Recording, limit: number, of: Subject): Verdict {
  const occupancy = occupancyOf(recording, of);
  if (!occupancy) return failed(`the program has no ${subjectText(of, 1)}`);
  const over = occupancy.find(({ count }) => count > limit);
  if (!over) {
    const most = occupancy.reduce((most, { count }) => Math.max(most, count), 0);
    return passed(`never more than ${countText(most)} ${subjectText(of, most)} at once`);
  }
  const what = `${countText(over.count)} ${subjectText(of, over.count)} overlapped`;
  return failed(`${what} at ${formatSeconds(over.atNs)}; the limit is ${limit}`, over.atNs);
}

function neverBlocksLongerThan(recording: Recording, seconds: number): Verdict {
  const [longest] = blocksOf(recording).toSorted((a, b) => b.toNs - b.fromNs - (a.toNs - a.fromNs));
  if (!longest) return passed('nothing blocked the loop');
  const { fromNs, toNs, by, call, line } = longest;
  const how = call === '' ? 'computing' : code(call);
  const what = `${code(labelOf(recording, by))} blocked the loop for ${formatSeconds(toNs - fromNs)} from ${formatSeconds(fromNs)} on, by ${how}${lineText(line)}`;
  return toNs - fromNs <= seconds * NS_PER_SECOND
    ? passed(what, fromNs)
    : failed(`${what}; the limit is ${limitText(seconds)}`, fromNs);
}

function noTaskLeftBehind(recording: Recording): Verdict {
  const left = explanationsOf(recording).find(({ kind }) => LEFT.has(kind));
  if (left) return failed(left.text.replace(/\.$/, ''), left.toNs);
  const tasks = [...agentsOf(recording).values()].filter(
    ({ kind, hidden }) => kind === 'task' && !hidden,
  );
  const open = tasks.find(({ finish }) => finish === null);
  return open
    ? failed(
        `${code(open.label)} had not finished at the end, at ${formatSeconds(recording.endedNs)}`,
        recording.endedNs,
      )
    : passed(`every task finished: ${countText(tasks.length)} in all`);
}

const LEFT = new Set(['left-unfinished', 'destroyed', 'deadlock']);

function stdoutLines(recording: Recording) {
  return transcriptLines(recording.events).filter(({ stream }) => stream === 'stdout');
}

function outputIs(recording: Recording, text: string): Verdict {
  const lines = stdoutLines(recording);
  const found = withoutEnd(lines.map((line) => line.text));
  const expected = withoutEnd(text.split('\n'));
  for (let at = 0; at < Math.max(found.length, expected.length); at += 1) {
    const [is, ought] = [found[at], expected[at]];
    if (is === ought) continue;
    const atNs = lines[at]?.atNs ?? null;
    if (ought === undefined)
      return failed(`line ${at + 1} of the output, ${quoted(is)}, is one too many`, atNs);
    if (is === undefined)
      return failed(`line ${at + 1} of the output, ${quoted(ought)}, is missing`);
    return failed(`line ${at + 1} of the output is ${quoted(is)}; expected ${quoted(ought)}`, atNs);
  }
  return passed('the output is as expected');
}

/** White space at the end of lines and blank lines at the end of output are nobody's concern. */
function withoutEnd(lines: readonly string[]): string[] {
  const text = lines.join('\n').trimEnd();
  return text === '' ? [] : text.split('\n').map((line) => line.trimEnd());
}

function outputContains(recording: Recording, text: string, seconds: number): Verdict {
  const line = stdoutLines(recording).find((each) => each.text.includes(text));
  if (!line) return failed(`nothing printed contains ${quoted(text)}`);
  const what = `${quoted(text)} was printed at ${formatSeconds(line.atNs)}`;
  return line.atNs <= seconds * NS_PER_SECOND
    ? passed(what, line.atNs)
    : failed(`${what}; the limit is ${limitText(seconds)}`, line.atNs);
}

function quoted(text: string | undefined): string {
  return `“${text ?? ''}”`;
}

function cancelsCleanly(recording: Recording): Verdict {
  const unclean = explanationsOf(recording).find(({ kind }) => UNCLEAN.has(kind));
  if (unclean) return failed(unclean.text.replace(/\.$/, ''), unclean.toNs);
  const cancelled = [...agentsOf(recording).values()].filter(
    ({ finish }) => finish?.how === 'cancelled',
  );
  const [first] = cancelled;
  if (!first?.finish) return failed('no task was cancelled');
  const { primitives } = stateAt(recording, stepCount(recording) - 1);
  for (const { id, label, finish } of cancelled) {
    const kept = primitives.find(({ holders }) => holders.includes(id));
    if (kept && finish) {
      return failed(
        `${code(label)} was cancelled at ${formatSeconds(finish.atNs)} and never released ${code(kept.label)}`,
        finish.atNs,
      );
    }
  }
  return passed(
    `${code(first.label)} was cancelled at ${formatSeconds(first.finish.atNs)}, and left nothing behind`,
    first.finish.atNs,
  );
}

const UNCLEAN = new Set([
  'left-unfinished',
  'destroyed',
  'never-retrieved',
  'never-awaited',
  'deadlock',
]);
