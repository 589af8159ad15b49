import { describe, expect, it } from 'vitest';
import type { OutputScript } from '../../analysis/playback.ts';
import { linesInPlace, moved, questionFor, shuffled } from './prediction.ts';

function printing(...texts: string[]): OutputScript {
  return {
    lines: texts.map((text) => ({ atNs: 0, stream: 'stdout', text })),
    endedNs: 0,
    outcome: { kind: 'exited', status: 0, error: null },
  };
}

describe('questionFor', () => {
  it('shuffles the output for a reader to order', () => {
    const question = questionFor('order', printing('a', 'b', 'c'), 'x/y');
    if (question.kind !== 'order') throw new Error('expected a question of order');
    expect([...question.lines].sort()).toEqual(['a', 'b', 'c']);
    expect(question.lines).not.toEqual(['a', 'b', 'c']);
  });

  it('refuses an order with nothing to order, and one too long, by the name of the snippet', () => {
    expect(() => questionFor('order', printing('a', 'a'), 'x/y')).toThrow(/x\/y.*not all alike/);
    const long = printing(...'abcdefghij');
    expect(() => questionFor('order', long, 'x/y')).toThrow(/prints 10/);
  });

  it('refuses an answer that is not among the options', () => {
    const prediction = { ask: 'When?', options: ['now', 'later'], answer: 2, because: 'so' };
    expect(() => questionFor(prediction, printing('a'), 'x/y')).toThrow(/0 to 1.*answer 2/);
  });
});

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
