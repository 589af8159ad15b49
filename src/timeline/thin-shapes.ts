import type { Shape } from './layout.ts';

/** Fewer than these are drawn as they are. */
const MOST_SHAPES = 300;

/**
 * Leaves out what would be drawn over its like: of ten thousand slices in a row a thousand pixels
 * wide, one a pixel can be seen.
 *
 * @param resolution the fraction of the width that is one pixel.
 */
export function thinShapes(shapes: readonly Shape[], resolution: number): readonly Shape[] {
  if (shapes.length <= MOST_SHAPES) return shapes;
  const taken = new Set<string>();
  return shapes.filter((shape) => {
    if (shape.kind === 'span' && shape.to - shape.from > resolution) return true;
    const at = shape.kind === 'span' ? shape.from : shape.at;
    const likeness = shape.kind === 'span' ? shape.state : shape.kind;
    const key = `${likeness} ${Math.floor(at / resolution)}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}
