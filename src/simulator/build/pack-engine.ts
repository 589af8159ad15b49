/**
 * Packs the engine: Pyodide's own files, a standard library with our Python half in it, and a
 * memory image of an interpreter that has already imported what programs need.
 *
 * Run as a script it packs only when something has changed: `npm run engine`.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { constants, zstdCompress } from 'node:zlib';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { SIZE_BYTES } from '../engine/boot-image.ts';
import { askWithinCalls } from './ask-within-calls.ts';
import { deepenStack } from './deepen-stack.ts';
import { NODE_ENGINE, SITE_ENGINE } from './engine-folder.ts';
import { keepFileNames } from './keep-file-names.ts';
import { isLeftOut } from './standard-library.ts';

const PYODIDE = new URL('./', pathToFileURL(createRequire(import.meta.url).resolve('pyodide')));
const PYTHON_HALF = new URL('../python/', import.meta.url);
const CPYTHON = 'pyodide.asm.wasm';
const LOADER = 'pyodide.asm.mjs';
const PYODIDE_FILES = ['pyodide.mjs', LOADER, CPYTHON];

/** Zip archives know no year before 1980; a fixed date keeps the archive the same from build to build. */
const ZIP_DATE = new Date(2026, 0, 1);

/** The window has to find room in the memory of an interpreter that has not begun. */
const WINDOW_LOG = 22;

async function packEngine(): Promise<'packed' | 'fresh'> {
  const python = await readPythonHalf();
  const key = await keyOf(python);
  if (await isFresh(key)) return 'fresh';

  const staging = new URL(`../engine-${process.pid}/`, NODE_ENGINE);
  try {
    await mkdir(staging, { recursive: true });
    await fill(staging, python, key);
    await rm(NODE_ENGINE, { recursive: true, force: true });
    await rename(staging, NODE_ENGINE);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return 'packed';
}

async function fill(folder: URL, python: Zippable, key: string): Promise<void> {
  const write = (name: string, data: string | Uint8Array) => writeFile(new URL(name, folder), data);
  for (const name of PYODIDE_FILES) await cp(new URL(name, PYODIDE), new URL(name, folder));
  await write(LOADER, keepFileNames(await readFile(new URL(LOADER, PYODIDE), 'utf8')));
  await write(CPYTHON, deepenStack(askWithinCalls(await readFile(new URL(CPYTHON, PYODIDE)))));
  await write('python_stdlib.zip', await standardLibraryWith(python));
  const image = await makeBootImage(folder);
  await write('boot-image.raw', image);
  await write('manifest.json', `${JSON.stringify({ key })}\n`);
  await publish(folder, image, key);
}

/** What the site ships: the same, with the image compressed. */
async function publish(folder: URL, image: Uint8Array, key: string): Promise<void> {
  await rm(SITE_ENGINE, { recursive: true, force: true });
  const site = new URL(`${key}/`, SITE_ENGINE);
  await mkdir(site, { recursive: true });
  for (const name of [...PYODIDE_FILES, 'python_stdlib.zip']) {
    await cp(new URL(name, folder), new URL(name, site));
  }
  await writeFile(new URL('boot-image.bin', site), await pack(image));
}

/** See `packedImage`. */
async function pack(image: Uint8Array): Promise<Uint8Array> {
  const size = Buffer.alloc(SIZE_BYTES);
  size.writeUInt32LE(image.length);
  const { ZSTD_c_compressionLevel, ZSTD_c_windowLog, ZSTD_c_checksumFlag } = constants;
  const compressed = await promisify(zstdCompress)(image, {
    params: {
      [ZSTD_c_compressionLevel]: 22,
      [ZSTD_c_windowLog]: WINDOW_LOG,
      [ZSTD_c_checksumFlag]: 1,
    },
  });
  return Buffer.concat([size, compressed]);
}

async function isFresh(key: string): Promise<boolean> {
  const text = await readFile(new URL('manifest.json', NODE_ENGINE), 'utf8').catch(() => '{}');
  const packed = (JSON.parse(text) as { key?: string }).key;
  // The image is published last.
  return packed === key && existsSync(new URL(`${key}/boot-image.bin`, SITE_ENGINE));
}

/** Changes whenever the packed engine would: with our Python, with Pyodide, with this folder. */
async function keyOf(python: Zippable): Promise<string> {
  const hash = createHash('sha256');
  const { version } = JSON.parse(await readFile(new URL('package.json', PYODIDE), 'utf8'));
  hash.update(version);
  for (const name of Object.keys(python).sort()) hash.update(name).update(python[name] as Buffer);
  for (const source of [
    './pack-engine.ts',
    './ask-within-calls.ts',
    './standard-library.ts',
    './boot-image-worker.ts',
    './wipe-free-memory.ts',
    './deepen-stack.ts',
    './keep-file-names.ts',
    './module-view.ts',
    './recursive-functions.ts',
    './stack-code.ts',
    './wasm-binary.ts',
    '../engine/boot-image.ts',
    '../engine/engine.ts',
    '../engine/file-system.ts',
    '../engine/seal.ts',
    '../engine/shell.ts',
    '../engine/signal-looks.ts',
    '../engine/system-calls.ts',
    '../engine/universal-time.ts',
    '../engine/linux-errors.ts',
    '../engine/looks-at-files.ts',
    '../engine/file-owner.ts',
    '../engine/name-lengths.ts',
    '../engine/umask.ts',
    '../kernel/virtual-clock.ts',
    '../engine/wasm-imports.ts',
  ]) {
    hash.update(await readFile(new URL(source, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function readPythonHalf(): Promise<Zippable> {
  const files: Zippable = {};
  const entries = await readdir(PYTHON_HALF, { recursive: true });
  for (const name of entries.filter((entry) => entry.endsWith('.py')).sort()) {
    files[name] = await readFile(new URL(name, PYTHON_HALF));
  }
  return files;
}

async function standardLibraryWith(python: Zippable): Promise<Uint8Array> {
  const library = unzipSync(await readFile(new URL('python_stdlib.zip', PYODIDE)), {
    filter: ({ name }) => !isLeftOut(name),
  });
  return zipSync({ ...library, ...python }, { level: 9, mtime: ZIP_DATE });
}

/**
 * The memory of an interpreter that booted from a folder's files: the same bytes on every machine,
 * whatever its paths, language and time zone. Programs start from its addresses, and with them goes
 * the order of sets. In a thread of its own, because making an image replaces that thread's clocks.
 */
export function makeBootImage(folder: URL): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('./boot-image-worker.ts', import.meta.url), {
    workerData: folder.href,
  });
  worker.on('message', resolve).on('error', reject);
  return promise.finally(() => worker.terminate());
}

if (import.meta.main) {
  const state = await packEngine();
  console.log(state === 'packed' ? 'engine packed' : 'engine is up to date');
}
