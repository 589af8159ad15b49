/** Imports that are not there, or that there is nothing to import for. */
import { codeOf, programText, type Statement } from './statements.ts';

/** The program with `import name` before its first import; unchanged where it has one; null in doubt. */
export function withImport(source: string, name: string): string | null {
  const program = programText(source);
  if (!program) return null;
  const { statements, lines } = program;
  if (statements.some((each) => each.kind === 'import' && imports(codeOf(program, each), name))) {
    return source;
  }
  const isFuture = (each: Statement) => /^from\s+__future__\b/.test(codeOf(program, each));
  const isDocstring = (each: Statement) => /^[rRuU]?["']/.test(codeOf(program, each));
  const after = statements
    .filter((each) => isFuture(each) || (isDocstring(each) && each === statements[0]))
    .at(-1);
  const next = statements[after ? statements.indexOf(after) + 1 : 0];
  const at = next?.kind === 'import' ? next.first : (after?.end ?? placeAfterHead(lines));
  const isApart = next?.kind === 'import' || lines[at]?.trim() === '';
  return [
    ...lines.slice(0, at),
    `import ${name}`,
    ...(isApart ? [] : ['']),
    ...lines.slice(at),
  ].join('\n');
}

/**
 * The program without the import on a line, counted from 1. Null where something uses what it
 * imports, or might.
 */
export function withoutImport(source: string, line: number): string | null {
  const program = programText(source);
  const statement = program?.statements.find(({ first }) => first === line - 1);
  if (!program || statement?.kind !== 'import') return null;
  const code = codeOf(program, statement)
    .replace(/[\s()]+/g, ' ')
    .trim();
  const names = importedNames(code);
  const rest = program.lines.filter((_, at) => at < statement.first || at >= statement.end);
  const text = rest.join('\n');
  // In strings and comments too: what they say may be looked up.
  const used = names?.some((name) => new RegExp(`\\b${name}\\b`).test(text)) ?? true;
  return used ? null : text.replace(/^\n+/, '');
}

/** What a single import binds; null for several modules, or for everything. */
function importedNames(code: string): string[] | null {
  const module = /^import ([\w.]+)(?: as (\w+))?$/.exec(code);
  if (module) return [module[2] ?? module[1]?.split('.')[0] ?? ''];
  const names = /^from [\w.]+ import (\w[\w, ]*)$/.exec(code)?.[1];
  return (
    names
      ?.split(',')
      .map(
        (each) =>
          each
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? '',
      )
      .filter((name) => name !== '') ?? null
  );
}

/** `import a, b` binds `b`; `import b as c` and `from b import c` do not. */
function imports(code: string, name: string): boolean {
  return (
    code.startsWith('import') &&
    code
      .replace(/^import/, '')
      .split(',')
      .some((each) => each.trim() === name)
  );
}

/** Past what a file may say of itself before it begins. */
function placeAfterHead(lines: readonly string[]): number {
  return lines[0]?.startsWith('#!') ? 1 : 0;
}
