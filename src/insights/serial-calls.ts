/**
 * Calls of one coroutine function that a task awaited one after another, where none of them can have
 * had an earlier one's result: told by the lines of the program, and only where these are plain.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { shortName } from '../analysis/labels.ts';
import type { AgentId, FileId, Location } from '../trace/schema.ts';
import { eventsOf } from './events-of.ts';
import { isSameLocation, keyOf } from './fact.ts';

export interface SerialCall {
  /** The function that was called. */
  readonly name: string;
  /** The line of the task's own coroutine that awaited it. */
  readonly location: Location;
  /** The event at which the line was reached. */
  readonly index: number;
}

/** The call on whose account a task stood where it did at an event; null where that is not plain. */
export function callAt(analysis: Analysis, task: AgentId, index: number): SerialCall | null {
  const own = shortName(analysis.agents.get(task)?.coroutine ?? '')
    .split('.')
    .at(-1);
  const reached = eventsOf(analysis, 'line').findLast(
    ({ index: at, event }) =>
      at < index &&
      event.by === task &&
      functionRound(linesOf(analysis, event.location.file), event.location.line)?.name === own,
  );
  if (!reached) return null;
  const { location } = reached.event;
  const lines = linesOf(analysis, location.file);
  const line = lines[location.line - 1] ?? '';
  const [header] = functionRound(lines, location.line)?.headers ?? [];
  const named = awaitedOn(line)?.name;
  const isMadeBefore = named === undefined && awaitsElement(line, header);
  if (named === undefined && !isMadeBefore) return null;
  if (named !== undefined && !COMPREHENSION.test(line)) {
    return { name: named, location, index: reached.index };
  }
  const entry = entryAfter(analysis, task, reached.index, index);
  if (!entry || (named !== undefined && entry.name !== named)) return null;
  const isOnce = COMPREHENSION.test(line);
  return { name: entry.name, location, index: isOnce ? entry.index : reached.index };
}

/** A comprehension's line is reached once, and awaits again and again. */
const COMPREHENSION = /\bawait\b.*\bfor\s+\w+\s+in\b/;

/** Whether it awaits coroutines that were made before: `await c`, for each `c` in a list. */
function awaitsElement(line: string, header: string | undefined): boolean {
  if (line.split(/\bawait\b/).length !== 2) return false;
  const name = /\bawait\s+([A-Za-z_]\w*)(?![\w.(\x5b])/.exec(line)?.[1];
  if (name === undefined) return false;
  const loop = new RegExp(`\\bfor\\s+${name}\\s+in\\s+[A-Za-z_]\\w*\\s*(?:[\\])}:]|$)`);
  return loop.test(line) || (/^\s*for\b/.test(header ?? '') && loop.test(header ?? ''));
}

/** Which function was entered after an event, and when it last was before another. */
function entryAfter(
  analysis: Analysis,
  task: AgentId,
  after: number,
  before: number,
): { readonly name: string; readonly index: number } | null {
  const reached = eventsOf(analysis, 'line').filter(
    ({ index, event }) => index > after && index < before && event.by === task,
  );
  const [first] = reached;
  if (!first) return null;
  const { file, line } = first.event.location;
  const lines = linesOf(analysis, file);
  const round = functionRound(lines, line);
  // A loop's own line is reached again within one call.
  if (!round || /^\s*(?:async\s+)?(?:for|while)\b/.test(lines[line - 1] ?? '')) return null;
  const last = reached.findLast(({ event: { location } }) =>
    isSameLocation(location, first.event.location),
  );
  return last ? { name: round.name, index: last.index } : null;
}

/** Whether no call is given what was worked out since the first, and none may be a new attempt. */
export function areIndependent(analysis: Analysis, calls: readonly SerialCall[]): boolean {
  const files = new Set(calls.map(({ location }) => location.file));
  const [file] = files;
  if (files.size !== 1 || file === undefined) return false;
  const lines = linesOf(analysis, file);
  const at = [...new Set(calls.map(({ location }) => location.line))];
  const rounds = at.map((line) => functionRound(lines, line));
  if (rounds.some((round) => round?.line !== rounds[0]?.line)) return false;
  if (rounds.some((round) => round?.headers.some((header) => REPEATS.test(header)))) return false;
  if (at.some((line) => /\basync for\b/.test(lines[line - 1] ?? ''))) return false;
  const assigned = assignedIn(lines.slice(Math.min(...at) - 1, Math.max(...at)));
  return at.every((line) => {
    const args = awaitedOn(lines[line - 1] ?? '')?.args ?? '';
    return !namesIn(args).some((name) => assigned.has(name));
  });
}

/**
 * The same of the rounds of one `for`: what a call is given may have been worked out in its own
 * round, on the line of an earlier call, but not in a round before.
 */
export function areIndependentRounds(analysis: Analysis, calls: readonly SerialCall[]): boolean {
  const [first] = calls;
  if (!first || calls.some(({ location }) => location.file !== first.location.file)) return false;
  const lines = linesOf(analysis, first.location.file);
  const at = [...new Set(calls.map(({ location }) => location.line))].sort((a, b) => a - b);
  const rounds = at.map((line) => functionRound(lines, line));
  const isOneLoop = rounds.every(
    (round) =>
      round?.loop !== null && round?.loop === rounds[0]?.loop && round?.headers.length === 1,
  );
  if (!isOneLoop) return false;
  const body = lines.slice(rounds[0]?.loop ?? 0, at.at(-1));
  const assigned = assignedIn(body);
  return at.every((line, index) => {
    const known = assignedIn(at.slice(0, index).map((before) => lines[before - 1] ?? ''));
    const args = awaitedOn(lines[line - 1] ?? '')?.args ?? '';
    return !namesIn(args).some((name) => assigned.has(name) && !known.has(name));
  });
}

export function keyOfCall({ location, index }: SerialCall): string {
  return `${keyOf(location)} ${index}`;
}

/** What may do the same thing again for the sake of the last time. */
const REPEATS = /^\s*(?:while|try|async for)\b/;

function linesOf({ files }: Analysis, file: FileId): readonly string[] {
  return files.get(file)?.source?.split('\n') ?? [];
}

/** `"x = await api.get(1, 2)"` gives `{name: "get", args: "1, 2"}`; of a line with one call alone. */
function awaitedOn(line: string): { readonly name: string; readonly args: string } | undefined {
  if (line.split(/\bawait\b/).length !== 2) return undefined;
  const [, name, args] = /\bawait\s+(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\((.*)\)/.exec(line) ?? [];
  return name === undefined || args === undefined ? undefined : { name, args };
}

/** Names of variables, without what stands in strings. */
function namesIn(text: string): readonly string[] {
  return text.replace(/"[^"]*"|'[^']*'/g, '').match(/[A-Za-z_]\w*/g) ?? [];
}

function assignedIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => {
      const targets = /^\s*([\w\s,.*[\]]+?)\s*(?:[-+*/|&^%@]|\/\/|\*\*|<<|>>)?=(?!=)/.exec(
        line,
      )?.[1];
      const walrus = [...line.matchAll(/(\w+)\s*:=/g)].map(([, name = '']) => name);
      return [...namesIn(targets ?? ''), ...walrus];
    }),
  );
}

interface Round {
  readonly name: string;
  readonly line: number;
  /** The lines that open the blocks between it and the line, `for …:`, `try:`. */
  readonly headers: readonly string[];
  /** The line of the innermost of these, where it is a `for`. */
  readonly loop: number | null;
}

/** The function whose body a line stands in, by its indentation. */
function functionRound(lines: readonly string[], line: number): Round | null {
  let indent = indentOf(lines[line - 1] ?? '');
  const headers: string[] = [];
  let loop: number | null = null;
  for (let at = line - 2; at >= 0 && indent > 0; at -= 1) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    const name = /^\s*(?:async\s+)?def\s+(\w+)/.exec(text)?.[1];
    if (name) return { name, line: at + 1, headers, loop };
    if (headers.length === 0 && /^\s*for\b/.test(text)) loop = at + 1;
    headers.push(text);
  }
  return null;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
