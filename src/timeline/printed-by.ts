import { mainLine } from '../analysis/main-line.ts';
import { transcriptLines } from '../analysis/transcript.ts';
import type { Trace } from '../trace/schema.ts';
import { layoutTimeline } from './layout.ts';

/** Where a line of output came from. */
export interface PrintedBy {
  /** The row of who printed it in the picture of the whole run, from 0; null where it has none. */
  readonly row: number | null;
  /** The line of the program, from 1; null where it is none of its own. */
  readonly line: number | null;
}

/** Of each line of output, in the order of `transcriptLines`. */
export function printedBy(trace: Trace): readonly PrintedBy[] {
  const { rows } = layoutTimeline(trace);
  return transcriptLines(trace.events).map(({ by, location }) => {
    const row = rows.findIndex(({ lane }) => lane.task === by);
    return { row: row < 0 ? null : row, line: mainLine(location) };
  });
}
