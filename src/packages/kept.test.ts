import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packKept, unpackKept } from './kept.ts';

const WHEEL = Uint8Array.of(1, 2, 3);
const MODULES = new Map([
  ['__pycache__/tiny.cpython-314.pyc', Uint8Array.of(7)],
  ['pkg/inner/__pycache__/a.cpython-314.pyc', Uint8Array.of(8, 9)],
]);

it('gives back what was kept of the same wheel', async () => {
  expect(await unpackKept(await packKept(MODULES, WHEEL), WHEEL)).toEqual(MODULES);
});

it('has nothing of another wheel, of what is damaged, or of what would lie elsewhere', async () => {
  const kept = await packKept(MODULES, WHEEL);
  expect(await unpackKept(kept, Uint8Array.of(1, 2, 4))).toBeNull();
  expect(await unpackKept(kept.slice(0, 40), WHEEL)).toBeNull();
  expect(await unpackKept(zipSync({}), WHEEL)).toBeNull();
  for (const path of [
    'tiny.py',
    '../__pycache__/a.pyc',
    'a/../../__pycache__/a.pyc',
    '/__pycache__/a.pyc',
  ]) {
    const foreign = await packKept(new Map([[path, Uint8Array.of(1)]]), WHEEL);
    expect(await unpackKept(foreign, WHEEL)).toBeNull();
  }
});
