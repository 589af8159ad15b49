/** What is in an archive, with an end to how much that may be. */
import { Unzip, UnzipInflate } from 'fflate';
import { BadWheel } from './bad-wheel.ts';

export const MOST_PACKED_BYTES = 30_000_000;
const MOST_FILES = 5_000;
const MOST_BYTES = 120_000_000;
const LONGEST_PATH = 400;

/** So little is unpacked between two looks at how much it has come to: at most some 64 MB. */
const CHUNK_BYTES = 65_536;

/**
 * @returns the files by their paths.
 * @throws {BadWheel} where it is no archive, or leads out of its folder, or is far larger than packed.
 */
export function unpack(packed: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (packed.length > MOST_PACKED_BYTES) {
    throw new BadWheel(`it is larger than ${MOST_PACKED_BYTES / 1e6} MB`);
  }
  const files = new Map<string, Uint8Array>();
  const known = new Set<string>();
  let size = 0;
  let begun = 0;
  let failure: Error | null = null;
  const unzip = new Unzip((file) => {
    begun += 1;
    if (begun > MOST_FILES) throw new BadWheel(`there are more than ${MOST_FILES} files in it`);
    const path = checkedPath(file.name, known);
    if (path === null) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) failure ??= error;
      if (failure) return;
      size += chunk.length;
      if (size > MOST_BYTES)
        throw new BadWheel(`unpacked it is larger than ${MOST_BYTES / 1e6} MB`);
      chunks.push(chunk);
      if (final) files.set(path, joined(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < packed.length; from += CHUNK_BYTES) {
      const to = Math.min(from + CHUNK_BYTES, packed.length);
      unzip.push(packed.subarray(from, to), to === packed.length);
      if (failure) throw failure;
    }
  } catch (error) {
    if (error instanceof BadWheel) throw error;
    throw new BadWheel(`its archive is damaged (${(error as Error).message}); download it again`);
  }
  if (files.size === 0) throw new BadWheel('it is no archive, or an empty one');
  return files;
}

/** @returns null for a folder, which comes into being with what is in it. */
function checkedPath(path: string, known: Set<string>): string | null {
  const parts = path.split('/');
  const leadsOut =
    path.startsWith('/') ||
    /[\\\0:]/.test(path) ||
    path.length > LONGEST_PATH ||
    parts.some(
      (part, at) => part === '..' || part === '.' || (part === '' && at < parts.length - 1),
    );
  if (leadsOut) {
    throw new BadWheel(
      `it has a file whose path leads elsewhere: ${JSON.stringify(path.slice(0, 100))}`,
    );
  }
  if (path.endsWith('/')) return null;
  if (known.has(path)) throw new BadWheel(`it has two files called ${path}`);
  known.add(path);
  return path;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
