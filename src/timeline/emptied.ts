import type { AxisMark } from './axis.ts';
import type { Drawn } from './timeline-picture.tsx';

/** The same lanes with nothing on them, and nothing that says when the run ended. */
export function emptied(picture: Drawn, bareAxis: readonly AxisMark[]): Drawn {
  const names = picture.rows.map(({ label }) => label).join(', ');
  return {
    ...picture,
    rows: picture.rows.map((row) => ({ ...row, shapes: [] })),
    cancels: [],
    lates: [],
    axis: bareAxis,
    end: null,
    description: `Empty lanes, to be drawn on: ${names}.`,
  };
}
