/** Code that awaits at the top level, as in a notebook, put into a coroutine that is started. */
import { withImport } from './imports.ts';
import { codeOf, namesIn, type ProgramText, programText, type Statement } from './statements.ts';

const INDENT = '    ';

/**
 * From the first statement that needs an event loop on, all goes into `async def main()`, but for
 * imports, functions and classes, which keep their place at the top level. Names that those use are
 * global in it, as they were.
 *
 * @param line of the `await`, counted from 1.
 * @returns null where that would change what the program does, or might.
 */
export function wrapped(source: string, line: number): string | null {
  const program = programText(withImport(source.trimEnd(), 'asyncio') ?? '');
  const original = programText(source);
  const awaiting = original?.statements.find(({ first, end }) => first < line && line <= end);
  if (!program || !awaiting || staysOutside(awaiting)) return null;
  const begin = program.statements.findIndex(
    (each) => !staysOutside(each) && NEEDS_LOOP.test(codeOf(program, each)),
  );
  if (begin === -1) return null;
  const later = program.statements.slice(begin);
  const moved = later.filter((each) => !staysOutside(each));
  const kept = program.statements.filter(staysOutside);
  const movedCode = moved.map((each) => codeOf(program, each)).join('\n');
  const bound = boundIn(movedCode);
  if (UNSAFE.test(movedCode)) return null;
  if (later.some((each) => staysOutside(each) && needsBefore(program, each, bound))) return null;
  if (isBoundTwice(kept.map((each) => codeOf(program, each)))) return null;
  const outside = namesIn(
    program.statements
      .filter((each) => !moved.includes(each))
      .map((each) => codeOf(program, each))
      .join('\n'),
  );
  const shared = [...bound].filter((name) => outside.has(name));
  if (shared.some((name) => new RegExp(`^\\s*${name}\\s*:`, 'm').test(movedCode))) return null;
  const name = NAMES.find((each) => !namesIn(program.code.join('\n')).has(each));
  if (name === undefined) return null;

  const [only, ...others] = moved;
  const isGuard = only?.kind === 'guard' && others.length === 0 && !hasElse(program, only);
  const head = program.lines.slice(0, leadOf(program, later[0]));
  const hoisted = later.filter(staysOutside).flatMap((each) => linesOf(program, each));
  const body =
    isGuard && only
      ? program.lines.slice(only.first + 1, only.end)
      : moved.flatMap((each, at) =>
          indented(program, at === 0 ? leadOf(program, each) : each.from, each.end),
        );
  const start = `asyncio.run(${name}())`;
  const isIndented = isGuard && only;
  return [
    ...section(head),
    ...section(hoisted),
    `async def ${name}():`,
    ...(shared.length > 0 ? [`${INDENT}global ${shared.join(', ')}`] : []),
    ...trimmed(body),
    ...['', ''],
    ...(isIndented ? [program.lines[only.first] ?? '', `${INDENT}${start}`] : [start]),
    '',
  ].join('\n');
}

/** `await`, and what asyncio refuses to do where no loop runs. */
const NEEDS_LOOP =
  /\bawait\b|\basync\s+(?:with|for)\b|\b(?:create_task|ensure_future|get_running_loop|get_event_loop|current_task|all_tasks|gather|run_in_executor|call_soon|call_later|call_at)\s*\(/;

/** What means something else in a function, and what starts a loop of its own. */
const UNSAFE =
  /\bimport\s*\*|^\s*case\b|\b(?:global|nonlocal)\b|\b(?:locals|globals|vars|exec|eval)\s*\(|\b(?:asyncio\.run|run_until_complete|run_forever)\s*\(/m;

const NAMES = ['main', 'amain', 'run_program'];

function staysOutside({ kind }: Statement): boolean {
  return kind === 'import' || kind === 'def' || kind === 'class';
}

/** Whether making a function or class needs what only `main` makes: as a default, a base, a decorator. */
function needsBefore(program: ProgramText, statement: Statement, bound: ReadonlySet<string>) {
  if (statement.kind === 'import') return false;
  const code = codeOf(program, statement);
  const head = statement.kind === 'def' && !code.startsWith('@') ? headOf(code) : code;
  return [...namesIn(head)].some((name) => bound.has(name)) || /\bawait\b/.test(head);
}

/** A function's text up to the end of its parameters, and of what it says that it returns. */
function headOf(code: string): string {
  const lines = code.split('\n');
  const end = lines.findIndex((text) => /:\s*$/.test(text));
  return lines.slice(0, end + 1).join('\n');
}

function isBoundTwice(codes: readonly string[]): boolean {
  const names = codes.flatMap(
    (code) => /^(?:@.*\n)*(?:async\s+)?(?:def|class)\s+(\w+)/.exec(code)?.[1] ?? [],
  );
  return new Set(names).size < names.length;
}

/** The names that a piece of code may bind; rather too many than too few. */
function boundIn(code: string): ReadonlySet<string> {
  const lists = [
    ...code.split('\n').flatMap((text) => text.split(ASSIGNS).slice(0, -1)),
    ...[...code.matchAll(/\bfor\b([\s\S]*?)\bin\b/g)].map(([, names = '']) => names),
    ...[...code.matchAll(/\b(?:as|import|def|class)\s+([\w, ()]+)/g)].map(
      ([, names = '']) => names,
    ),
    ...[...code.matchAll(/(\w+)\s*:=/g)].map(([, name = '']) => name),
    ...[...code.matchAll(/^\s*(\w+)\s*(?::\s*\S|[-+*/%&|^@<>]+=)/gm)].map(([, name = '']) => name),
  ];
  const parts = lists
    .flatMap((text) => text.split(','))
    .map((text) => text.replace(/[\s()[\]*]/g, ''));
  return new Set(parts.filter((text) => /^[A-Za-z_]\w*$/.test(text)));
}

/** `=` alone, not as a part of a comparison or of `+=`. */
const ASSIGNS = /(?<![-=!<>:+*/%&|^@])=(?!=)/;

function hasElse(program: ProgramText, { first, end }: Statement): boolean {
  return program.code.slice(first + 1, end).some((text) => /^\S/.test(text));
}

/** Where the comment begins that stands right above a statement. */
function leadOf({ lines }: ProgramText, statement: Statement | undefined): number {
  if (!statement) return lines.length;
  let at = statement.first;
  while (at > statement.from && lines[at - 1]?.trim() !== '') at -= 1;
  return at;
}

function linesOf(program: ProgramText, { from, end }: Statement): string[] {
  return program.lines.slice(from, end);
}

function indented({ lines, inString }: ProgramText, from: number, end: number): string[] {
  return lines
    .slice(from, end)
    .map((text, at) => (text.trim() === '' || inString[from + at] ? text : INDENT + text));
}

/** Lines with two blank ones after them, as functions are set apart; nothing where there are none. */
function section(lines: readonly string[]): string[] {
  const text = trimmed(lines);
  return text.length === 0 ? [] : [...text, '', ''];
}

function trimmed(lines: readonly string[]): string[] {
  const isText = (text: string) => text.trim() !== '';
  return lines.slice(
    lines.findIndex(isText) === -1 ? lines.length : lines.findIndex(isText),
    lines.findLastIndex(isText) + 1,
  );
}
