/** What a program finds beside it, as `python FILE.py` would have it import and read that. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** By their paths from the folder. */
export type FilesBeside = Readonly<Record<string, Uint8Array>>;

/** More would be a folder that a program happens to lie in, not its own. */
const MOST_FILES = 2_000;
const MOST_BYTES = 50_000_000;

/**
 * The modules, packages and other files whose names are in the program's text, or in the text of a
 * module that is taken. So one that lies in a full folder takes little along.
 *
 * @param name the program's own file, which is not taken.
 * @throws {Error} where they are too many or too large, and says what to do.
 */
export async function filesBeside(
  folder: string,
  name: string,
  source: string,
): Promise<FilesBeside> {
  const files: Record<string, Uint8Array> = {};
  const words = new Set(wordsOf(source));
  let count = 0;
  let size = 0;
  const take = async (path: string) => {
    count += 1;
    size += (await stat(join(folder, path))).size;
    if (count > MOST_FILES || size > MOST_BYTES) throw new Error(TOO_MUCH);
    const bytes = await readFile(join(folder, path));
    files[path] = bytes;
    if (!path.endsWith('.py')) return;
    for (const word of wordsOf(new TextDecoder().decode(bytes))) words.add(word);
  };
  const takeFolder = async (path: string) => {
    for (const entry of await entriesOf(join(folder, path))) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) await takeFolder(inner);
      else await take(inner);
    }
  };
  let others = (await entriesOf(folder)).filter((entry) => entry.name !== name);
  for (;;) {
    const named = others.filter((entry) => words.has(entry.name.replace(/\.py$/, '')));
    if (named.length === 0) return files;
    others = others.filter((entry) => !named.includes(entry));
    for (const entry of named) {
      if (entry.isDirectory()) await takeFolder(entry.name);
      else await take(entry.name);
    }
  }
}

const TOO_MUCH = `the program names more than ${MOST_FILES.toLocaleString('en')} files or ${MOST_BYTES / 1e6} MB that lie beside it; move what it needs to a folder of its own`;

/** Files and folders, but for what Python, editors and repositories keep; no links, which may lead anywhere. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(
    (entry) =>
      (entry.isFile() || entry.isDirectory()) &&
      !entry.name.startsWith('.') &&
      entry.name !== '__pycache__',
  );
}

/** What may be a name: of `data.csv` the whole, and of `shop.prices` each part. */
function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu)) {
    yield word;
    yield* word.split('.');
  }
}
