import type { Trace } from '../trace/schema.ts';
import { layoutTimeline } from './layout.ts';
import { drawnNs, drawnTrace } from './scale.ts';
import { scaleFor } from './scale-for.ts';
import type { ToldMoment } from './told-moment.ts';
import { fractionOf, wholeWindow } from './window.ts';

/** Where a moment lies in the picture of a whole run. */
export interface MomentSpot {
  /** From 0 at the left to 1 at the right. */
  readonly at: number;
  /** Its row, from 0, those of tasks first; null where it is in all of them. */
  readonly row: number | null;
}

export function momentSpot(trace: Trace, moment: ToldMoment): MomentSpot {
  const { agent, primitive, position } = moment;
  const scale = scaleFor(trace);
  const { rows, resources } = layoutTimeline(trace);
  const at = fractionOf(drawnNs(position, scale), wholeWindow(drawnTrace(trace, scale)));
  const resource = resources.findIndex((each) => each.primitive === primitive);
  const row =
    resource >= 0 ? rows.length + resource : rows.findIndex(({ lane }) => lane.task === agent);
  return { at: Math.round(at * 1e4) / 1e4, row: row < 0 ? null : row };
}
