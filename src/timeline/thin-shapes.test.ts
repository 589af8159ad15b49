import { expect, test } from 'vitest';
import type { Shape } from './layout.ts';
import { thinShapes } from './thin-shapes.ts';

const tick = (at: number): Shape => ({ kind: 'tick', at, title: '' });

test('a few shapes are all drawn, however close', () => {
  const shapes = [tick(0.1), tick(0.1)];
  expect(thinShapes(shapes, 0.01)).toBe(shapes);
});

test('of very many, one a pixel is drawn, and what is wider always', () => {
  const wide: Shape = { kind: 'span', state: 'waiting', from: 0, to: 0.5, title: '' };
  const shapes = [...Array.from({ length: 5_000 }, (_, index) => tick(index / 5_000)), wide, wide];
  expect(thinShapes(shapes, 0.01)).toHaveLength(102);
});
