/** A folder of CPython's own tests, `Lib/test`: whether it is one, of which version, and its files. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Of the folder, what asyncio's tests import and read. */
const NEEDED = ['__init__.py', 'support/', 'test_asyncio/', 'certdata/'];

export interface CpythonTests {
  readonly folder: string;
  /** `3.14.2`, or as much of it as can be told: `3.14`. */
  readonly version: string;
  /** `test.test_asyncio.test_base_events` and so on, in alphabetical order. */
  readonly modules: readonly string[];
  /** What its tests need, by paths within the folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A folder that can't be run, and why. */
export class WrongFolder extends Error {}

/** @throws WrongFolder where it isn't a `Lib/test`, or nothing says of which Python it is. */
export async function readCpythonTests(path: string): Promise<CpythonTests> {
  const folder = resolve(path);
  const inAsyncio = await readdir(join(folder, 'test_asyncio')).catch(() => []);
  const modules = inAsyncio
    .filter((name) => /^test_\w+\.py$/.test(name))
    .map((name) => `test.test_asyncio.${name.slice(0, -'.py'.length)}`)
    .sort();
  if (modules.length === 0) {
    throw new WrongFolder(
      `expected the folder Lib/test of a CPython, with test_asyncio/ in it, found ${folder}`,
    );
  }
  return { folder, version: await versionOf(folder), modules, files: await filesOf(folder) };
}

/** By the header beside the library, in a source tree or an installation; or by the folder's name. */
async function versionOf(folder: string): Promise<string> {
  const library = dirname(folder);
  const installed = basename(library);
  for (const header of ['../Include/', `../../include/${installed}/`]) {
    const text = await readFile(join(library, header, 'patchlevel.h'), 'utf8').catch(() => '');
    const version = /^#define PY_VERSION\s+"(\d+\.\d+\.\d+)/m.exec(text)?.[1];
    if (version) return version;
  }
  const named = /^python(\d+\.\d+)$/.exec(installed)?.[1];
  if (named) return named;
  throw new WrongFolder(
    `cannot tell of which Python ${folder} is: expected Include/patchlevel.h two folders up, ` +
      'as in its source, or that it lies in a folder called python3.14',
  );
}

async function filesOf(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.pyc'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => NEEDED.some((needed) => name === needed || name.startsWith(needed)));
  const read = async (name: string) =>
    [name, new Uint8Array(await readFile(join(folder, name)))] as const;
  return new Map(await Promise.all(names.sort().map(read)));
}
