/** Reads a wheel, and lets none in that can't run here or isn't what it says. */
import { BadWheel } from './bad-wheel.ts';
import { parseHeaders } from './metadata.ts';
import { checkRecord } from './record.ts';
import { allowsPython, neededBy } from './requirements.ts';
import { unpack } from './unpack.ts';
import { MINOR, normalizeName, parseWheelName } from './wheel-name.ts';

/** A package of Python alone. */
export interface Wheel {
  /** Normalized: `Flask_Login` is `flask-login`. */
  readonly name: string;
  readonly version: string;
  /** What it is about, in its authors' words; empty if they say nothing. */
  readonly summary: string;
  /** The names of other packages that it can't do without. */
  readonly needs: readonly string[];
  /** By their paths from `site-packages`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** @throws {BadWheel} says why it can't be had here. */
export async function readWheel(fileName: string, packed: Uint8Array): Promise<Wheel> {
  const { name, version } = parseWheelName(fileName);
  try {
    return await checked(name, version, unpack(packed));
  } catch (error) {
    if (!(error instanceof BadWheel)) throw error;
    throw new BadWheel(`${name} ${version} can’t be taken: ${error.message}.`);
  }
}

async function checked(
  name: string,
  version: string,
  unpacked: ReadonlyMap<string, Uint8Array>,
): Promise<Wheel> {
  const compiled = [...unpacked.keys()].find((path) => COMPILED.test(path));
  if (compiled)
    throw new BadWheel(`${compiled} is compiled for a machine, and only Python runs here`);
  const info = infoFolder(name, version, unpacked);
  const read = (file: string) => {
    const bytes = unpacked.get(`${info}/${file}`);
    if (!bytes) throw new BadWheel(`it has no ${info}/${file}`);
    return new TextDecoder().decode(bytes);
  };
  await checkRecord(read('RECORD'), unpacked);
  const wheel = parseHeaders(read('WHEEL'));
  const [layout = ''] = wheel.get('wheel-version') ?? [];
  if (!layout.startsWith('1.')) {
    throw new BadWheel(
      `it is laid out by version ${layout || 'unknown'} of wheels; 1 is known here`,
    );
  }
  const metadata = parseHeaders(read('METADATA'));
  const [says = ''] = metadata.get('name') ?? [];
  const [itsVersion = ''] = metadata.get('version') ?? [];
  if (normalizeName(says) !== name || !isSameVersion(itsVersion, version)) {
    throw new BadWheel(`its METADATA says that it is ${says || 'nameless'} ${itsVersion}`);
  }
  const [python] = metadata.get('requires-python') ?? [];
  if (python !== undefined && !allowsPython(python)) {
    throw new BadWheel(`it is for Python ${python}; this is 3.${MINOR}`);
  }
  return {
    name,
    version,
    summary: metadata.get('summary')?.[0] ?? '',
    needs: neededBy(metadata.get('requires-dist') ?? []),
    files: laidOut(unpacked),
  };
}

const COMPILED = /\.(so|pyd|dll|dylib)(\.\d+)*$|\.cpython-[^/]*\.so$/i;

/** The one `….dist-info`, which is to be called as the wheel is. */
function infoFolder(name: string, version: string, files: ReadonlyMap<string, unknown>): string {
  const folders = new Set(
    Array.from(files.keys(), (path) => path.split('/', 1)[0] ?? '').filter((folder) =>
      folder.endsWith('.dist-info'),
    ),
  );
  const [folder, ...others] = folders;
  if (folder === undefined) throw new BadWheel('it has no .dist-info folder');
  if (others.length > 0)
    throw new BadWheel(`it has several .dist-info folders, ${[...folders].join(' and ')}`);
  const [, itsName = '', itsVersion = ''] = /^(.+)-([^-]+)\.dist-info$/.exec(folder) ?? [];
  if (normalizeName(itsName) !== name || !isSameVersion(itsVersion, version)) {
    throw new BadWheel(`it holds ${folder}`);
  }
  return folder;
}

/** File names have `_` for what a version may have besides dots. */
function isSameVersion(a: string, b: string): boolean {
  const plain = (version: string) => version.toLowerCase().replace(/[-_+.]+/g, '.');
  return plain(a) === plain(b);
}

/** As an installer puts them: of `….data`, what is Python goes beside the rest; scripts stay out. */
function laidOut(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const laid = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    const [, within] = /^[^/]+\.data\/(.*)$/.exec(path) ?? [];
    const place = within === undefined ? path : /^(?:purelib|platlib)\/(.+)$/.exec(within)?.[1];
    if (place !== undefined) laid.set(place, bytes);
  }
  return laid;
}
