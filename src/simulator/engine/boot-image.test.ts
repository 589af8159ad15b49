import { expect, it } from 'vitest';
import { packedImage, xorWithBase } from './boot-image.ts';

/** A header of four words, of which the second says where the memory begins; then the memory. */
function snapshotOf(memory: readonly number[]): Uint8Array {
  const words = new Uint32Array([0xabcd, 16, 2, 0, ...memory]);
  return new Uint8Array(words.buffer);
}

it('keeps nothing of what the module itself puts into memory', () => {
  const loaded = new Uint8Array(new Uint32Array([1, 2, 3]).buffer);
  const snapshot = snapshotOf([1, 7, 3, 4]);
  xorWithBase(snapshot, loaded);
  expect(snapshot).toEqual(snapshotOf([0, 5, 0, 4]));
  xorWithBase(snapshot, loaded);
  expect(snapshot).toEqual(snapshotOf([1, 7, 3, 4]));
});

it.each(['', '<!doctype html><title>Please log in</title>'])(
  'takes %j for no packed image, whatever size that would be',
  (text) => {
    expect(() => packedImage(new TextEncoder().encode(text))).toThrow(
      'expected a packed boot image',
    );
  },
);
