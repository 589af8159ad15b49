/** Compiled modules as one file: kept from one day to the next, and of use for the same wheel alone. */
import { unzipSync, zipSync } from 'fflate';

/** The first that an archive can name: the same modules make the same file. */
const EPOCH = '1980-01-01T00:00:00';

/** Beside the modules; no path in a `__pycache__` is called so. */
const OF = 'of';

/** @param packed the wheel that the modules are of. */
export async function packKept(
  modules: ReadonlyMap<string, Uint8Array>,
  packed: Uint8Array,
): Promise<Uint8Array> {
  return zipSync(
    { ...Object.fromEntries(modules), [OF]: await digest(packed) },
    { level: 1, mtime: EPOCH },
  );
}

/** @returns null where it is of another wheel, or damaged. */
export async function unpackKept(
  kept: Uint8Array,
  packed: Uint8Array,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const expected = await digest(packed);
  try {
    const { [OF]: of, ...modules } = unzipSync(kept);
    const isSame = of?.length === expected.length && of.every((byte, at) => byte === expected[at]);
    const isCache = Object.keys(modules).every((path) => CACHED.test(path));
    return isSame && isCache ? new Map(Object.entries(modules)) : null;
  } catch {
    return null;
  }
}

const CACHED = /^(?!.*(^|\/)\.\.?\/)(?!\/)(?:[^\\\0]+\/)?__pycache__\/[^/\\\0]+\.pyc$/;

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}
