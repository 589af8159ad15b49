/** What is drawn of the same lane of two runs, and what of it is the same in both. */
import { withoutAddresses } from '../analysis/compare/without-addresses.ts';
import type { Lane } from '../analysis/lanes.ts';
import { type Shape, type ShapeContext, shapesOf } from './shapes.ts';
import { shareShapes, thinLane } from './thin-lane.ts';

export interface MarkedShape {
  readonly shape: Shape;
  /** Whether the other run has it as well, at the same place. */
  readonly isSame: boolean;
}

export interface ComparedShapes {
  readonly left: readonly MarkedShape[];
  readonly right: readonly MarkedShape[];
  readonly isSame: boolean;
}

/** Half a pixel of a wide picture: what is less apart is not seen. */
const PLACES = 2_000;

export function comparedShapes(
  [left, ours]: readonly [Lane | null, ShapeContext],
  [right, theirs]: readonly [Lane | null, ShapeContext],
): ComparedShapes {
  const sides = [drawnOf(left, ours), drawnOf(right, theirs)] as const;
  const marked = {
    left: markedBy(sides[0], sides[1]),
    right: markedBy(sides[1], sides[0]),
  };
  const isSame =
    left !== null &&
    right !== null &&
    [...marked.left, ...marked.right].every((each) => each.isSame);
  return { ...marked, isSame };
}

function drawnOf(lane: Lane | null, context: ShapeContext): readonly Shape[] {
  if (!lane) return [];
  const thin = thinLane(lane, context.window);
  return [...shapesOf(thin, context), ...shareShapes(thin, context.window)];
}

function markedBy(shapes: readonly Shape[], others: readonly Shape[]): readonly MarkedShape[] {
  const known = new Set(others.map(keyOf));
  return shapes.map((shape) => ({ shape, isSame: known.has(keyOf(shape)) }));
}

/** Waits name lines, which move where the programs differ. */
function keyOf(shape: Shape): string {
  const title = shape.kind === 'finish' || shape.kind === 'output' ? withoutTimes(shape.title) : '';
  return JSON.stringify({ ...shape, title }, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * PLACES) : value,
  );
}

function withoutTimes(title: string): string {
  return withoutAddresses(title.replace(/^at [\d.]+ s: /, ''));
}
