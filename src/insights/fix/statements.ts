/**
 * The top level of a program's text, as far as that is plain to see without a parser of Python: its
 * statements, each with its lines. Where anything is in doubt there is no answer.
 */
export interface ProgramText {
  readonly lines: readonly string[];
  /** The same lines without comments and without what stands in strings, but for f-strings. */
  readonly code: readonly string[];
  /** For each line, whether it begins inside a string: then it may not be indented. */
  readonly inString: readonly boolean[];
  readonly statements: readonly Statement[];
}

/** One statement at the top level, compound ones with all that is indented under them. */
export interface Statement {
  /** The line after the statement before: comments stand between this and `first`. Counted from 0. */
  readonly from: number;
  readonly first: number;
  /** The line after its last. */
  readonly end: number;
  readonly kind: 'import' | 'def' | 'class' | 'guard' | 'other';
}

/** Null where a string or bracket is not closed, or where the text begins indented. */
export function programText(source: string): ProgramText | null {
  const scanned = scan(source);
  if (!scanned) return null;
  const lines = source.split('\n');
  const statements: { from: number; first: number; end: number }[] = [];
  let decorated = false;
  for (const [at, text] of scanned.code.entries()) {
    const last = statements.at(-1);
    if (text.trim() === '' && !scanned.continues[at]) {
      // An indented comment belongs to the block above.
      if (last && /^\s+#/.test(lines[at] ?? '')) last.end = at + 1;
      continue;
    }
    const begins = !scanned.continues[at] && !/^\s/.test(text) && !CLAUSE.test(text) && !decorated;
    if (begins) statements.push({ from: last?.end ?? 0, first: at, end: at + 1 });
    else if (!last) return null;
    else last.end = at + 1;
    if (!scanned.continues[at]) decorated = text.startsWith('@');
  }
  return {
    lines,
    code: scanned.code,
    inString: scanned.inString,
    statements: statements.map((each) => ({ ...each, kind: kindOf(scanned.code, each) })),
  };
}

/** The code of a statement. */
export function codeOf({ code }: ProgramText, { first, end }: Statement): string {
  return code.slice(first, end).join('\n');
}

/** The names in a piece of code that are not attributes of something. */
export function namesIn(code: string): ReadonlySet<string> {
  return new Set([...code.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)].map(([name]) => name));
}

/** Whether the brackets in a text are closed in it, and none before it was opened. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const CLAUSE = /^(?:else|elif|except|finally)\b/;

function kindOf(code: readonly string[], { first, end }: { first: number; end: number }) {
  const head = code.slice(first, end).find((text) => !text.startsWith('@')) ?? '';
  if (/^(?:import|from)\b/.test(head)) return head.includes(';') ? 'other' : 'import';
  if (/^(?:async\s+)?def\b/.test(head)) return 'def';
  if (/^class\b/.test(head)) return 'class';
  return /^if\s+__name__\s*==\s*(["']).*\1\s*:\s*$/.test(head) ? 'guard' : 'other';
}

interface Scanned {
  readonly code: string[];
  readonly inString: boolean[];
  /** For each line, whether it goes on with what the line before began. */
  readonly continues: boolean[];
}

const STRING = /^([A-Za-z]{0,2})('''|"""|'|")/;

function scan(source: string): Scanned | null {
  const code = [''];
  const inString = [false];
  const continues = [false];
  let depth = 0;
  let quote: string | null = null;
  let shown = false;
  const put = (text: string) => {
    code[code.length - 1] += text;
  };
  const nextLine = (joined: boolean) => {
    code.push('');
    inString.push(quote !== null);
    continues.push(quote !== null || depth > 0 || joined);
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] as string;
    if (quote !== null) {
      if (character === '\\') {
        at += 1;
        if (source[at] === '\n') nextLine(true);
        else put('  ');
      } else if (source.startsWith(quote, at)) {
        put(quote);
        at += quote.length - 1;
        quote = null;
      } else if (character === '\n') {
        if (quote.length === 1) return null;
        nextLine(false);
      } else put(shown ? character : ' ');
      continue;
    }
    const isWordBefore = /\w/.test(source[at - 1] ?? '');
    const opens = isWordBefore
      ? /^()('''|"""|'|")/.exec(source.slice(at, at + 3))
      : STRING.exec(source.slice(at, at + 5));
    if (opens) {
      const [whole, prefix = '', found = ''] = opens;
      put(whole);
      at += whole.length - 1;
      quote = found;
      shown = /[ft]/i.test(prefix);
    } else if (character === '#') {
      while (at + 1 < source.length && source[at + 1] !== '\n') at += 1;
    } else if (character === '\\' && source[at + 1] === '\n') {
      at += 1;
      nextLine(true);
    } else if (character === '\n') nextLine(false);
    else {
      if ('([{'.includes(character)) depth += 1;
      if (')]}'.includes(character)) depth -= 1;
      if (depth < 0) return null;
      put(character);
    }
  }
  return quote === null && depth === 0 ? { code, inString, continues } : null;
}
