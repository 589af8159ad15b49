import { expect, it } from 'vitest';
import { canGoFurther, horizon } from './horizons.ts';

const STEPS = { kind: 'limited', limit: 'steps', allowed: 60_000 } as const;
const TIME = { kind: 'limited', limit: 'virtual-time', allowed: 1 } as const;

it('lets a program go three times as far each time, three times', () => {
  expect([0, 1, 2, 3].map((round) => horizon(round).steps)).toEqual([
    60_000, 180_000, 540_000, 1_620_000,
  ]);
  expect([0, 2, 3].map((round) => canGoFurther(STEPS, round))).toEqual([true, true, false]);
});

it('cannot go past the last day that is exact', () => {
  expect([0, 1].map((round) => canGoFurther(TIME, round))).toEqual([true, false]);
});

it('has no more of what ended, or of what may have no more', () => {
  expect(canGoFurther({ kind: 'exited', status: 0, error: null }, 0)).toBe(false);
  expect(canGoFurther({ kind: 'stopped' }, 0)).toBe(false);
  expect(canGoFurther({ kind: 'limited', limit: 'tasks', allowed: 1 }, 0)).toBe(false);
});
