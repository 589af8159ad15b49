import { describe, expect, it } from 'vitest';
import { type PointedAtRest, restingLight } from './resting-light.ts';

const PRINTED = [
  { row: 1, line: 5, at: 0.25 },
  { row: 2, line: 5, at: 0.5 },
  { row: 1, line: 9, at: 1 },
];

function lit(pointed: Partial<PointedAtRest>) {
  const light = restingLight(PRINTED, { output: null, row: null, line: null, ...pointed });
  return light && { output: [...light.moment.highlightedOutput], picture: light.lit };
}

describe('in a recording at rest', () => {
  it('a line of output lights its lane, its moment and its line of code', () => {
    expect(lit({ output: 1 })).toMatchObject({
      output: [1],
      picture: { row: 2, line: 5, at: 0.5 },
    });
  });

  it('a lane, or a line of code, lights what it printed', () => {
    expect(lit({ row: 1 })).toEqual({ output: [0, 2], picture: null });
    expect(lit({ line: 5 })).toEqual({ output: [0, 1], picture: null });
    expect(lit({ row: 0 })).toBeNull();
    expect(lit({})).toBeNull();
  });
});
