/** Replacing pieces of a program, however they are spaced, broken into lines, or quoted. */

export interface Replacement {
  /** Python code: whole tokens. */
  readonly from: string;
  readonly to: string;
}

export type Replaced =
  | { readonly source: string }
  /** The first that the program does not have. */
  | { readonly missing: Replacement };

/**
 * Replaces each piece everywhere. Only the tokens in which it differs are touched, so a program
 * keeps its lines.
 */
export function replaceCode(source: string, replacements: readonly Replacement[]): Replaced {
  let replaced = source;
  for (const replacement of replacements) {
    const next = replaceOne(replaced, replacement);
    if (next === null) return { missing: replacement };
    replaced = next;
  }
  return { source: replaced };
}

function replaceOne(source: string, { from, to }: Replacement): string | null {
  const tokens = tokensOf(source);
  const wanted = tokensOf(from);
  const given = tokensOf(to);
  const { before, after } = unchanged(wanted, given);
  const text = to.slice(given[before]?.from ?? to.length, given.at(-1 - after)?.to);
  let result = '';
  let done = 0;
  for (let at = 0; at + wanted.length <= tokens.length; at += 1) {
    if (!wanted.every((token, offset) => isSame(token, tokens[at + offset]))) continue;
    const changed = tokens.slice(at + before, at + wanted.length - after);
    result += source.slice(done, changed[0]?.from) + text;
    done = changed.at(-1)?.to ?? source.length;
    at += wanted.length - 1;
  }
  return done === 0 ? null : result + source.slice(done);
}

/** How many tokens at the beginning and at the end stay; at least one on either side does not. */
function unchanged(wanted: readonly Token[], given: readonly Token[]) {
  const most = Math.min(wanted.length, given.length) - 1;
  const before = countWhile((at) => at < most && isSame(wanted[at], given[at]));
  const after = countWhile(
    (at) => at < most - before && isSame(wanted.at(-1 - at), given.at(-1 - at)),
  );
  return { before, after };
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN =
  /[A-Za-z]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|#.*|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|\S/gu;

function tokensOf(source: string): Token[] {
  return [...source.matchAll(TOKEN)]
    .filter(([text]) => !text.startsWith('#'))
    .map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }));
}

function isSame(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && plain(a.text) === plain(b.text);
}

/** `'tea'` and `"tea"` are the same string, and `40000` and `40_000` the same number. */
function plain(token: string): string {
  if (/^\d/.test(token)) return token.replaceAll('_', '');
  return /^'[^'"\\]*'$/.test(token) ? `"${token.slice(1, -1)}"` : token;
}

function countWhile(holds: (at: number) => boolean): number {
  let count = 0;
  while (holds(count)) count += 1;
  return count;
}
