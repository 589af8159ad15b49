export type SplitArguments =
  | { readonly args: readonly string[]; readonly problem: null }
  | { readonly problem: string };

/**
 * Splits a command line into arguments as a POSIX shell does: blanks part them, quotes keep blanks,
 * a backslash keeps the next character. Nothing is expanded: `$HOME` and `*` stay as they are.
 *
 * `--name "Ada L." it\'s` gives `--name`, `Ada L.` and `it's`.
 */
export function splitArguments(line: string): SplitArguments {
  const args: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < line.length) {
    const character = line[at] as string;
    if (/\s/.test(character)) {
      if (word !== null) args.push(word);
      word = null;
      at++;
    } else if (character === '\\') {
      if (at + 1 === line.length) return { problem: 'The arguments end in a lone backslash.' };
      word = (word ?? '') + line[at + 1];
      at += 2;
    } else if (character === "'" || character === '"') {
      const quoted = readQuoted(line, at);
      if (!quoted) {
        return {
          problem: `The arguments have no closing ${character} for the one at character ${at + 1}.`,
        };
      }
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else {
      word = (word ?? '') + character;
      at++;
    }
  }
  if (word !== null) args.push(word);
  return { args, problem: null };
}

/** Null where the quote is never closed. Between double quotes, `\"` and `\\` are escapes. */
function readQuoted(line: string, from: number): { text: string; end: number } | null {
  const quote = line[from];
  let text = '';
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] === quote) return { text, end: at + 1 };
    const escapes = quote === '"' && line[at] === '\\' && /["\\]/.test(line[at + 1] ?? '');
    if (escapes) at++;
    text += line[at];
  }
  return null;
}
