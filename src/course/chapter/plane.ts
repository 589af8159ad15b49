/** Boxes and straight lines in a plane; x grows to the right and y downwards, in pixels. */

/** Boxes beside each other need a little air; those above each other have it in their lines. */
const CLEARANCE_PX = 5;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly start: Point;
  readonly end: Point;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The point at a part of a line: 0 is its start, 1 its end. */
export function along({ start, end }: Line, part: number): Point {
  return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
}

/** The rectangle of a size round a centre. */
export function rectAt({ x, y }: Point, { width, height }: Size): Rect {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Where the line from a box's centre towards another point leaves the box. */
export function borderPoint(centre: Point, box: Size, towards: Point): Point {
  const dx = towards.x - centre.x;
  const dy = towards.y - centre.y;
  const part = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
    1,
  );
  return { x: centre.x + dx * part, y: centre.y + dy * part };
}

/** Whether two rectangles overlap, or come too close sideways. */
export function overlap(a: Rect, b: Rect): boolean {
  return (
    a.left < b.right + CLEARANCE_PX &&
    b.left < a.right + CLEARANCE_PX &&
    a.top < b.bottom &&
    b.top < a.bottom
  );
}

/** Whether a line comes through a rectangle. */
export function touches({ start, end }: Line, rect: Rect): boolean {
  if (Math.max(start.x, end.x) <= rect.left || Math.min(start.x, end.x) >= rect.right) return false;
  if (Math.max(start.y, end.y) <= rect.top || Math.min(start.y, end.y) >= rect.bottom) return false;
  // It does unless all four corners are on one side of it.
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const left = dy * (rect.left - start.x);
  const right = dy * (rect.right - start.x);
  const top = dx * (rect.top - start.y);
  const bottom = dx * (rect.bottom - start.y);
  return (
    Math.min(left, right) < Math.max(top, bottom) && Math.max(left, right) > Math.min(top, bottom)
  );
}

/** Whether two lines cross; those that lie on each other do not. */
export function cross(a: Line, b: Line): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return (
    side(a.start, a.end, b.start) !== side(a.start, a.end, b.end) &&
    side(b.start, b.end, a.start) !== side(b.start, b.end, a.end)
  );
}
