/** A coroutine that is made and not started: it is awaited, or started with `asyncio.run`. */
import { withImport } from './imports.ts';
import { codeOf, isBalanced, namesIn, type ProgramText, programText } from './statements.ts';

/** A line that is one call, with what is awaited of it and assigned to. */
const CALL = /^(\s*)((?:\w+\s*=\s*)?)(await\s+)?([A-Za-z_][\w.]*)(\(.*\))(\s*)$/;

/**
 * `await main()` at the top level, or `main()` alone, becomes `asyncio.run(main())`.
 *
 * @param line counted from 1.
 * @returns null where it is no call of a coroutine function of the program, or where more needs a loop.
 */
export function started(source: string, line: number): string | null {
  const program = programText(source);
  const call = program && callAt(program, line);
  if (!program || !call || !isCoroutine(program, call.name)) return null;
  const statement = program.statements.find(({ first, end }) => first < line && line <= end);
  if (statement?.kind !== 'guard' && statement?.kind !== 'other') return null;
  const others = program.statements
    .filter(({ kind }) => kind === 'guard' || kind === 'other')
    .map((each) => codeOf(program, each))
    .join('\n');
  const awaits = others.match(NEEDS_LOOP)?.length ?? 0;
  if (awaits > (call.isAwaited ? 1 : 0)) return null;
  return withImport(withLine(program, line, `${call.before}asyncio.run(${call.text})`), 'asyncio');
}

/** `fetch()` alone in a coroutine becomes `await fetch()`, and so does `asyncio.run(fetch())`. */
export function awaited(source: string, line: number): string | null {
  const program = programText(source);
  const call = program && callAt(program, line);
  if (!program || !call || call.isAwaited || !isInCoroutine(program, line)) return null;
  const inner = call.name === 'asyncio.run' ? onlyCall(call.text) : call.text;
  return inner && withLine(program, line, `${call.before}await ${inner}`);
}

/** Where a coroutine function `main` stands and nothing speaks of it: started, at the end. */
export function withStart(source: string): string | null {
  const program = programText(source);
  if (!program || !isCoroutine(program, 'main', true)) return null;
  const code = program.code.join('\n');
  if ((code.match(/\bmain\b/g)?.length ?? 0) !== 1) return null;
  return withImport(`${source.trimEnd()}\n\n\nasyncio.run(main())\n`, 'asyncio');
}

const NEEDS_LOOP =
  /\bawait\b|\basync\s+(?:with|for)\b|\b(?:create_task|ensure_future|gather)\s*\(/g;

interface Call {
  readonly before: string;
  readonly name: string;
  /** `main(1)` */
  readonly text: string;
  readonly isAwaited: boolean;
}

function callAt({ code, lines, inString }: ProgramText, line: number): Call | null {
  const text = code[line - 1] ?? '';
  const [, indent = '', target = '', awaits, name = '', args = ''] = CALL.exec(text) ?? [];
  if (name === '' || inString[line - 1] || !closesLast(args)) return null;
  const whole = (lines[line - 1] ?? '').slice(0, text.trimEnd().length);
  const before = indent + target;
  const from = before.length + (awaits ?? '').length;
  return { before, name, text: whole.slice(from), isAwaited: awaits !== undefined };
}

/** Whether the bracket that opens a text is closed by the one that ends it. */
function closesLast(args: string): boolean {
  return isBalanced(args) && isBalanced(args.slice(1, -1));
}

/** `asyncio.run(main())` gives `main()`; null where there is more in the brackets. */
function onlyCall(text: string): string | null {
  const inner = /^asyncio\.run\((\s*[A-Za-z_][\w.]*\(.*\))\s*\)$/.exec(text)?.[1]?.trim() ?? '';
  return inner !== '' && closesLast(inner.slice(inner.indexOf('('))) ? inner : null;
}

function withLine({ lines, code }: ProgramText, line: number, text: string): string {
  const comment = (lines[line - 1] ?? '').slice((code[line - 1] ?? '').trimEnd().length);
  return lines.map((each, at) => (at === line - 1 ? text + comment : each)).join('\n');
}

/** Whether the top level has one function of that name, and it is a coroutine function. */
function isCoroutine(program: ProgramText, name: string, takesNothing = false): boolean {
  const code = program.code.join('\n');
  const made = [...code.matchAll(new RegExp(`\\b(?:def|class)\\s+${name}\\b`, 'g'))];
  const params = takesNothing ? '\\(\\s*\\)' : '\\(';
  return (
    made.length === 1 &&
    namesIn(code).has(name) &&
    new RegExp(`^async\\s+def\\s+${name}\\s*${params}`, 'm').test(code)
  );
}

/** Whether the innermost function around a line is a coroutine function. */
function isInCoroutine({ code }: ProgramText, line: number): boolean {
  let indent = indentOf(code[line - 1] ?? '');
  for (let at = line - 2; at >= 0 && indent > 0; at -= 1) {
    const text = code[at] ?? '';
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    const kind = /^\s*(async\s+def|def|class)\b/.exec(text)?.[1];
    if (kind) return kind.startsWith('async');
  }
  return false;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
