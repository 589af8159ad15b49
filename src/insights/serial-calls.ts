/**
 * Calls of one coroutine function that a task awaited one after another, where none of them can have
 * had an earlier one's result: told by the lines of the program, and only where these are plain.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { shortName } from '../analysis/labels.ts';
import type { AgentId, FileId, Location } from '../trace/schema.ts';
import { eventsOf } from './events-of.ts';
import { keyOf } from './fact.ts';

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
  const name = awaitedOn(linesOf(analysis, location.file)[location.line - 1] ?? '')?.name;
  return name === undefined ? null : { name, location, index: reached.index };
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
  const assigned = assignedIn(lines.slice(Math.min(...at) - 1, Math.max(...at)));
  return at.every((line) => {
    const args = awaitedOn(lines[line - 1] ?? '')?.args ?? '';
    return !namesIn(args).some((name) => assigned.has(name));
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
}

/** The function whose body a line stands in, by its indentation. */
function functionRound(lines: readonly string[], line: number): Round | null {
  let indent = indentOf(lines[line - 1] ?? '');
  const headers: string[] = [];
  for (let at = line - 2; at >= 0 && indent > 0; at -= 1) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    const name = /^\s*(?:async\s+)?def\s+(\w+)/.exec(text)?.[1];
    if (name) return { name, line: at + 1, headers };
    headers.push(text);
  }
  return null;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
