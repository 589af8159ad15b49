import { expect, test } from 'vitest';
import { borderPoint, cross, overlap, rectAt, touches } from './plane.ts';

const line = (x1: number, y1: number, x2: number, y2: number) => ({
  start: { x: x1, y: y1 },
  end: { x: x2, y: y2 },
});
const box = rectAt({ x: 50, y: 50 }, { width: 40, height: 20 });

test('a line leaves a box at its border, and a near goal is not overshot', () => {
  const centre = { x: 0, y: 0 };
  const size = { width: 40, height: 20 };
  expect(borderPoint(centre, size, { x: 100, y: 0 })).toEqual({ x: 20, y: 0 });
  expect(borderPoint(centre, size, { x: 0, y: -100 })).toEqual({ x: 0, y: -10 });
  expect(borderPoint(centre, size, { x: 5, y: 0 })).toEqual({ x: 5, y: 0 });
});

test.each([
  ['through the middle', line(0, 50, 100, 50), true],
  ['past a corner', line(20, 45, 40, 30), false],
  ['across a corner', line(20, 50, 50, 30), true],
  ['ending before it', line(0, 50, 29, 50), false],
  ['along its edge', line(0, 40, 100, 40), false],
  ['inside it', line(45, 50, 55, 50), true],
])('a line %s touches a box: %s', (_, given, expected) => {
  expect(touches(given, box)).toBe(expected);
});

test('lines cross where each parts the ends of the other', () => {
  expect(cross(line(0, 0, 10, 10), line(0, 10, 10, 0))).toBe(true);
  expect(cross(line(0, 0, 10, 10), line(20, 0, 30, 10))).toBe(false);
  expect(cross(line(0, 0, 10, 10), line(8, 0, 9, 2))).toBe(false);
});

test('boxes that are close sideways count as overlapping, those above each other do not', () => {
  expect(overlap(box, rectAt({ x: 93, y: 50 }, { width: 40, height: 20 }))).toBe(true);
  expect(overlap(box, rectAt({ x: 96, y: 50 }, { width: 40, height: 20 }))).toBe(false);
  expect(overlap(box, rectAt({ x: 50, y: 71 }, { width: 40, height: 20 }))).toBe(false);
});
