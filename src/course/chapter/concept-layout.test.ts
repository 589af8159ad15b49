import { expect, test } from 'vitest';
import { type Grid, layoutConcepts, type MapLine } from './concept-layout.ts';

const GRID: Grid = { columns: 4, width: 640, rowHeight: 90, room: 1.5, stagger: 0 };
const LABEL = { width: 60, height: 16 };

const boxes = (ids: string) => [...ids].map((id) => ({ id, width: 80, height: 32 }));
/** "ab bc" is a line from a to b and one from b to c. */
const lines = (pairs: string): MapLine[] =>
  pairs.split(' ').map(([from = '', to = '']) => ({ from, to, label: LABEL }));

const side = (p: Point, q: Point, r: Point) =>
  Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
interface Point {
  x: number;
  y: number;
}

test('the same terms give the same map', () => {
  const make = () => layoutConcepts(boxes('abcdef'), lines('ab ac ad be cf'), GRID);
  expect(make()).toEqual(make());
});

test('boxes overlap neither each other nor the border of the picture', () => {
  const {
    boxes: centres,
    width,
    height,
  } = layoutConcepts(boxes('abcdefghijkl'), lines('ab ac ad ae af ag bh ci dj ek fl'), GRID);
  for (const [index, { x, y }] of centres.entries()) {
    expect(x - 40).toBeGreaterThanOrEqual(0);
    expect(x + 40).toBeLessThanOrEqual(width);
    expect(y + 16).toBeLessThanOrEqual(height);
    for (const other of centres.slice(index + 1)) {
      expect(Math.abs(x - other.x) >= 80 || Math.abs(y - other.y) >= 32).toBe(true);
    }
  }
});

test('a tree is drawn without crossing lines', () => {
  const tree = lines('ab ac ad be bf cg dh');
  const drawn = layoutConcepts(boxes('abcdefgh'), tree, GRID).lines;
  for (const [index, one] of drawn.entries()) {
    for (const [later, other] of drawn.entries()) {
      if (later <= index) continue;
      const [a, b] = [tree[index] as MapLine, tree[later] as MapLine];
      if ([b.from, b.to].some((id) => id === a.from || id === a.to)) continue;
      const crossing =
        side(one.start, one.end, other.start) !== side(one.start, one.end, other.end) &&
        side(other.start, other.end, one.start) !== side(other.start, other.end, one.end);
      expect(crossing, `${a.from}${a.to} and ${b.from}${b.to}`).toBe(false);
    }
  }
});

test('a box wider than its column stays inside the picture', () => {
  const { boxes: centres } = layoutConcepts(
    [
      { id: 'a', width: 300, height: 32 },
      { id: 'b', width: 80, height: 32 },
    ],
    lines('ab'),
    GRID,
  );
  expect(centres[0]?.x).toBeGreaterThanOrEqual(150);
  expect(centres[0]?.x).toBeLessThanOrEqual(490);
});

test('lines end at the borders of their boxes', () => {
  const { boxes: centres, lines: drawn } = layoutConcepts(boxes('ab'), lines('ab'), GRID);
  const [a, line] = [centres[0] as Point, drawn[0]];
  const dx = Math.abs((line?.start.x ?? 0) - a.x);
  const dy = Math.abs((line?.start.y ?? 0) - a.y);
  expect(Math.abs(dx - 40) < 0.001 || Math.abs(dy - 16) < 0.001).toBe(true);
});

test('no line runs behind a box that it does not join', () => {
  const star = lines('ab ac ad ae af ag ah ai');
  const given = boxes('abcdefghi');
  for (const grid of [GRID, { columns: 3, width: 352, rowHeight: 90, room: 1.5, stagger: 0.16 }]) {
    const { boxes: centres, lines: drawn } = layoutConcepts(given, star, grid);
    for (const [index, { start, end }] of drawn.entries()) {
      for (const [box, centre] of centres.entries()) {
        if (box === 0 || box === index + 1) continue;
        for (let part = 0; part <= 1; part += 0.02) {
          const x = start.x + (end.x - start.x) * part;
          const y = start.y + (end.y - start.y) * part;
          const behind = Math.abs(x - centre.x) < 39 && Math.abs(y - centre.y) < 15;
          expect(behind, `a${given[index + 1]?.id} behind ${given[box]?.id}`).toBe(false);
        }
      }
    }
  }
});

test('labels make way for each other and for boxes', () => {
  const given = boxes('abcdefghi');
  const star = lines('ab ac ad ae af ag ah ai bc cd');
  for (const grid of [GRID, { columns: 3, width: 352, rowHeight: 90, room: 1.8, stagger: 0.16 }]) {
    const drawn = layoutConcepts(given, star, grid);
    const labels = drawn.lines.map(({ label }) => label);
    for (const [index, one] of labels.entries()) {
      const apart = (other: Point, width: number, height: number) =>
        Math.abs(one.x - other.x) >= width || Math.abs(one.y - other.y) >= height;
      for (const other of labels.slice(index + 1)) {
        expect(apart(other, LABEL.width, LABEL.height)).toBe(true);
      }
      for (const box of drawn.boxes) {
        expect(apart(box, (LABEL.width + 80) / 2, (LABEL.height + 32) / 2)).toBe(true);
      }
    }
  }
});
