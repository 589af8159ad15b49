import { expect, it } from 'vitest';
import { leaveLibraryUntilNeeded } from './library-on-demand.ts';

class ErrnoError {
  readonly errno: number;
  constructor(errno: number) {
    this.errno = errno;
  }
}

function archiveFetchedBy(fetchNow: () => Uint8Array) {
  const node: { contents?: Uint8Array; usedBytes?: number } = {};
  leaveLibraryUntilNeeded({ lookupPath: () => ({ node }), ErrnoError }, 'library.zip', fetchNow);
  return node;
}

it('is fetched once, at the first look', () => {
  let fetched = 0;
  const node = archiveFetchedBy(() => {
    fetched += 1;
    return Uint8Array.of(1, 2, 3);
  });
  expect(fetched).toBe(0);
  expect([node.usedBytes, node.contents?.[2], fetched]).toEqual([3, 3, 1]);
});

it('fails as a broken disk does without a network, and is tried again', () => {
  let isOnline = false;
  const node = archiveFetchedBy(() => {
    if (!isOnline) throw new Error('offline');
    return Uint8Array.of(1);
  });
  const failure = () => {
    try {
      return node.usedBytes;
    } catch (error) {
      return error;
    }
  };
  expect(failure()).toEqual(new ErrnoError(29));
  isOnline = true;
  expect(failure()).toBe(1);
});
