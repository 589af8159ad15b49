import { expect, it } from 'vitest';
import { defaultPace, nsPerMs } from './pace.ts';

const SECOND = 1e9;

it('plays by steps where all happens in an instant, in real time what is short, and the rest in six seconds', () => {
  expect(defaultPace(0)).toBe('steps');
  expect(defaultPace(4.5 * SECOND)).toBe('real');
  expect(defaultPace(11 * SECOND)).toBe('brief');
  expect(defaultPace(86_400 * SECOND)).toBe('brief');
});

it('lets a run of any length pass in six seconds', () => {
  for (const seconds of [0.1, 11, 86_400]) {
    expect(nsPerMs('brief', seconds * SECOND) * 6_000).toBeCloseTo(seconds * SECOND);
  }
});
