import { describe, expect, it } from 'vitest';
import { linesInPlace, moved, shuffled } from './prediction.ts';

describe('shuffled', () => {
  it('is the same every time, and differs from the order given', () => {
    for (const items of [['a', 'b'], ['a', 'b', 'c'], [...'abcdefgh']]) {
      const first = shuffled(items, 'seed');
      expect(shuffled(items, 'seed')).toEqual(first);
      expect(first).not.toEqual(items);
    }
  });
});

describe('moved', () => {
  it('moves one item up or down', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('linesInPlace', () => {
  it('counts the lines that stand where they are printed, equal lines being as good', () => {
    expect(linesInPlace(['a', 'b', 'c'], ['a', 'c', 'b'])).toBe(1);
    expect(linesInPlace(['x', 'x', 'y'], ['x', 'x', 'y'])).toBe(3);
  });
});
