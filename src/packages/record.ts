/**
 * A wheel's list of its files, with what each must hash to:
 * https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file
 */
import { BadWheel } from './bad-wheel.ts';

/** @throws {BadWheel} where a file is not in the list, not as it says, or missing. */
export async function checkRecord(
  record: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const listed = new Map(recordRows(record).map(([path = '', hash = '']) => [path, hash]));
  for (const [path, bytes] of files) {
    const expected = listed.get(path);
    // It can't hold its own hash, nor that of what signs it.
    if (/\.dist-info\/RECORD(\.jws|\.p7s)?$/.test(path)) continue;
    if (expected === undefined) throw new BadWheel(`its RECORD does not list ${path}`);
    if ((await hashOf(expected, bytes)) !== expected) {
      throw new BadWheel(`${path} is not what its RECORD says; download it again`);
    }
  }
  const missing = [...listed.keys()].find((path) => !files.has(path) && !path.endsWith('/'));
  if (missing !== undefined) throw new BadWheel(`${missing} is in its RECORD, and not there`);
}

/** In the manner of `expected`; of what is weak or unknown, nothing. */
async function hashOf(expected: string, bytes: Uint8Array): Promise<string | null> {
  const [kind = ''] = expected.split('=', 1);
  const algorithm = ALGORITHMS[kind];
  if (algorithm === undefined) return null;
  const digest = await crypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>);
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `${kind}=${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

const ALGORITHMS: Record<string, string> = {
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** Comma-separated values as Python's csv module writes them. */
function recordRows(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}
