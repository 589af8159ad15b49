/** A program of the playground: what a tab holds, and what a link carries. */
import { splitArguments } from './split-arguments.ts';

export interface PlaygroundProgram {
  /** Its file name, which tracebacks show. */
  readonly name: string;
  readonly source: string;
  /** The command line after the file name, as it was typed. */
  readonly args: string;
  /** The seed of `random`, as it was typed. */
  readonly seed: string;
}

export const MAX_SEED = 2 ** 32 - 1;

/** The largest program that is opened, kept and shared, in bytes of UTF-8. */
export const MAX_SOURCE_BYTES = 256 * 1024;

const MAX_NAME_CHARS = 60;

/** What the simulator is given, or why it is given nothing. */
export type PreparedProgram =
  | { readonly args: readonly string[]; readonly seed: number; readonly problem: null }
  | { readonly problem: string };

export function prepareProgram({ args, seed }: PlaygroundProgram): PreparedProgram {
  const split = splitArguments(args);
  if (split.problem !== null) return split;
  const parsed = parseSeed(seed);
  if (parsed === null) {
    return {
      problem: `The seed must be a whole number from 0 to ${MAX_SEED}, and is “${seed.trim()}”.`,
    };
  }
  return { args: split.args, seed: parsed, problem: null };
}

/** Null where it is not a seed; nothing typed is 0. */
export function parseSeed(text: string): number | null {
  const digits = text.trim();
  if (digits === '') return 0;
  const seed = Number(digits);
  return /^\d{1,10}$/.test(digits) && seed <= MAX_SEED ? seed : null;
}

/**
 * A file name out of anything, as a reader, a file or a link may bring it: `"a/b c.py"` gives
 * `"b c.py"`, `"race"` gives `"race.py"`, nothing gives `"main.py"`.
 */
export function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const visible = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"'<>|:*?]/gu, '')
    .trim();
  const stem = visible
    .replace(/\.py$/i, '')
    .slice(0, MAX_NAME_CHARS)
    .replace(/^\.+|[\ud800-\udbff]$/g, '')
    .trim();
  return stem === '' ? 'main.py' : `${stem}.py`;
}

/**
 * Line ends as the editor and Python's own listing have them; and what no file can hold, half of a
 * surrogate pair, as saving it would have made it.
 */
export function tidySource(source: string): string {
  return source
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
}

export function sameProgram(one: PlaygroundProgram, other: PlaygroundProgram): boolean {
  return (
    one.name === other.name &&
    one.source === other.source &&
    one.args === other.args &&
    parseSeed(one.seed) === parseSeed(other.seed)
  );
}

/** One text for programs that do the same. */
export function programKey({ source, args, seed }: PlaygroundProgram): string {
  return JSON.stringify([source, args.trim(), seed]);
}
