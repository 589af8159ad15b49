import { expect, test } from 'vitest';
import { append, Reader, readSections, signed, unsigned, writeModule } from './wasm-binary.ts';

test.each([0, 1, 63, 64, 127, 128, 300, 16_384, 14_539_216])(
  '%i is read as it was written',
  (value) => {
    expect(new Reader(Uint8Array.from(unsigned(value))).unsigned()).toBe(value);
    for (const each of [value, -value]) {
      expect(new Reader(Uint8Array.from(signed(each))).signed()).toBe(each === 0 ? 0 : each);
    }
  },
);

test('a module without changes is written as it was', () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0);
  expect(writeModule(empty, readSections(empty))).toEqual(empty);
});

test('entries are counted when they are added to a section', () => {
  const types = Uint8Array.of(1, 0x60, 0, 0);
  expect(append(types, [Uint8Array.of(0x60, 1, 0x7f, 0)])).toEqual(
    Uint8Array.of(2, 0x60, 0, 0, 0x60, 1, 0x7f, 0),
  );
});
