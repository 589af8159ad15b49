/**
 * Where in the code the length of a wait is written as a number: then it is changed there. It must be
 * plain to see without a parser of Python; where anything is in doubt there is no answer.
 */
import type { TimedWait } from '../../analysis/timed-waits.ts';
import { programText } from '../../insights/fix/statements.ts';
import type { TimedKind } from '../../trace/timed-waits.ts';

/** A number in a text. */
export interface Literal {
  /** Index of its first character, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The call that it is given to, `asyncio.sleep`. */
  readonly call: string;
}

/** Which argument of a call is its length: by place, from 0, and by name. */
const LENGTHS: Record<
  TimedKind,
  Readonly<Record<string, { readonly at: number | null; readonly name: string | null }>>
> = {
  sleep: { sleep: { at: 0, name: 'delay' } },
  'blocking-sleep': { sleep: { at: 0, name: null } },
  limit: { timeout: { at: 0, name: 'delay' }, wait_for: { at: 1, name: 'timeout' } },
  wait: { wait: { at: null, name: 'timeout' } },
  callback: { call_later: { at: 0, name: null } },
};

/**
 * The only number at the line of a wait that is its length.
 *
 * @param source the program that ran.
 */
export function findLiteral(source: string, wait: TimedWait): Literal | null {
  if (wait.line === null || wait.isChanged) return null;
  const text = programText(source);
  if (text?.inString[wait.line - 1] !== false) return null;
  const starts = lineStarts(source);
  const found = callsAt(text.code, wait.line - 1).flatMap(({ name, open }) => {
    const length = LENGTHS[wait.name.kind][name.split('.').at(-1) ?? ''];
    const args = length && argumentsFrom(text.code, open);
    const number = args && lengthIn(args, length);
    if (!number) return [];
    const from = (starts[number.line] ?? 0) + number.column;
    const literal = { from, to: from + number.text.length, text: number.text, call: name };
    // What an f-string contains is code, and looks like code where it is none.
    const isPlain = text.lines
      .slice(open.line, number.line + 1)
      .every((line) => !/(?<!\w)(?:r?[ft]|[ft]r)['"]/i.test(line));
    return isPlain && source.slice(literal.from, literal.to) === number.text ? [literal] : [];
  });
  const fitting = found.filter((literal) => nsOf(literal.text) === wait.askedNs);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The program with another length there, written as the number before was: `0.5`, `2`. */
export function withLength(source: string, literal: Literal, lengthNs: number): string {
  const number = numberText(literal.text, lengthNs);
  return source.slice(0, literal.from) + number + source.slice(literal.to);
}

/** `0.8`; `2` stays whole where that says it, `2.0` keeps its point. */
export function numberText(before: string, lengthNs: number): string {
  const text = String(lengthNs / 1e9);
  return before.includes('.') && /^\d+$/.test(text) ? `${text}.0` : text;
}

interface Place {
  /** From 0. */
  readonly line: number;
  readonly column: number;
}

interface Argument extends Place {
  readonly text: string;
}

/** The calls whose names stand on a line, with the places of their brackets. */
function callsAt(code: readonly string[], line: number): { name: string; open: Place }[] {
  const calls = (code[line] ?? '').matchAll(/(?<![\w.)\]])([A-Za-z_][\w.]*)\(/g);
  return Array.from(calls, ({ 0: whole, 1: name = '', index }) => ({
    name,
    open: { line, column: index + whole.length - 1 },
  }));
}

/** What stands between a bracket and its other half; null where commas may not part arguments. */
function argumentsFrom(code: readonly string[], open: Place): Argument[] | null {
  const found: Argument[] = [];
  let depth = 0;
  let begun: Place = { ...open, column: open.column + 1 };
  let text = '';
  const add = () => {
    const lead = /^\s*/.exec(text)?.[0] ?? '';
    const lines = lead.split('\n');
    const line = begun.line + lines.length - 1;
    const column = (lines.length > 1 ? 0 : begun.column) + (lines.at(-1)?.length ?? 0);
    found.push({ line, column, text: text.trim() });
  };
  for (let line = open.line; line < code.length; line += 1) {
    const row = code[line] ?? '';
    for (let column = line === open.line ? open.column : 0; column < row.length; column += 1) {
      const character = row[column] as string;
      if (')]}'.includes(character)) {
        depth -= 1;
        if (depth === 0) {
          add();
          return found.some((each) => /^(?:\*|lambda\b)/.test(each.text)) ? null : found;
        }
      }
      if (depth === 1 && character === ',') {
        add();
        begun = { line, column: column + 1 };
        text = '';
      } else if (depth > 0) text += character;
      if ('([{'.includes(character)) depth += 1;
    }
    text += '\n';
  }
  return null;
}

const NUMBER = /^(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?$/i;

function lengthIn(
  args: readonly Argument[],
  { at, name }: { readonly at: number | null; readonly name: string | null },
): Argument | null {
  for (const [index, { line, column, text }] of args.entries()) {
    const named = /^([A-Za-z_]\w*)\s*=(?!=)\s*/.exec(text);
    if (named ? named[1] !== name : index !== at) continue;
    const lead = named?.[0] ?? '';
    const number = text.slice(lead.length);
    if (lead.includes('\n') || !NUMBER.test(number)) return null;
    return { line, column: column + lead.length, text: number };
  }
  return null;
}

function nsOf(text: string): number {
  return Math.round(Number(text.replaceAll('_', '')) * 1e9);
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (const { index } of source.matchAll(/\n/g)) starts.push(index + 1);
  return starts;
}
