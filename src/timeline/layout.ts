/**
 * Where everything in a timeline goes. Pure: from lanes to shapes. Across, positions are fractions
 * of the window of time that is shown, so that a drawing fits any width; down, they are pixels, so
 * that it is as legible on a telephone as on a wall.
 */
import { analysisOf } from '../analysis/analysis.ts';
import type { Lane } from '../analysis/lanes.ts';
import { MAIN_AGENT, type Trace } from '../trace/schema.ts';
import { type AxisMark, axisOf, type End } from './axis.ts';
import { type CancelLink, cancelLinks } from './cancel-links.ts';
import { lateMarks, type PlacedLate, placeLates } from './late-marks.ts';
import { AXIS_PX } from './measures.ts';
import { type ResourceRow, resourceRows, type Want, wantsOf } from './resource-rows.ts';
import { drawnTrace, lengthText, type Scale } from './scale.ts';
import { scaleFor } from './scale-for.ts';
import { type Shape, shapesOf } from './shapes.ts';
import { shareShapes, thinLane } from './thin-lane.ts';
import { drawnLanes, fractionOf, type Window, wholeWindow } from './window.ts';
import { timelineText } from './words.ts';

export interface TimelineLayout {
  readonly window: Window;
  readonly rows: readonly Row[];
  /** In words, for those who do not see it. */
  readonly description: string;
  /** Locks, pools, queues and their kin, below the lanes. */
  readonly resources: readonly ResourceRow[];
  /** Who still wanted one of these when nothing could run any more. */
  readonly wants: readonly Want[];
  /** Who had whom stopped. */
  readonly cancels: readonly PlacedCancel[];
  /** What was put off. */
  readonly lates: readonly PlacedLate[];
  readonly axis: readonly AxisMark[];
  readonly end: End | null;
  readonly rowPx: number;
  readonly heightPx: number;
}

export interface PlacedCancel extends Pick<CancelLink, 'from' | 'to' | 'isEnd'> {
  readonly at: number;
}

export interface Row {
  readonly lane: Lane;
  readonly label: string;
  readonly depth: number;
  /** The middle of the row, from the top of the drawing. */
  readonly middlePx: number;
  readonly shapes: readonly Shape[];
}

export const ROW_PX = 36;

export interface LayoutOptions {
  /** Default: the whole run. */
  readonly window?: Window;
  /** Whether room is left for the axis below the lanes. Default: true. */
  readonly axis?: boolean;
  /** What the window is of. Default: by the clock; of a run that took no time, if seen whole, by steps. */
  readonly scale?: Scale;
}

export function layoutTimeline(told: Trace, options: LayoutOptions = {}): TimelineLayout {
  const scale = options.scale ?? (options.window ? 'clock' : scaleFor(told));
  const trace = drawnTrace(told, scale);
  const { endedNs } = trace;
  const window = options.window ?? wholeWindow(trace);
  const analysis = analysisOf(trace);
  const lanes = drawnLanes(analysis.lanes, trace);
  const labels = new Map(lanes.map((lane) => [lane.task, rowLabel(lane)]));
  const end =
    endedNs >= window.fromNs && endedNs <= window.toNs
      ? { at: fractionOf(endedNs, window), text: lengthText(told, scale) }
      : null;
  const lanesPx = lanes.length * ROW_PX;
  const resources = resourceRows(analysis, { window, topPx: lanesPx, labels, scale });
  const resourcesPx = resources.reduce((sum, { heightPx }) => sum + heightPx, 0);
  return {
    window,
    rows: lanes.map((lane, index) => {
      const thin = thinLane(lane, window);
      return {
        lane,
        label: rowLabel(lane),
        depth: lane.depth,
        middlePx: (index + 0.5) * ROW_PX,
        shapes: [...shapesOf(thin, { window, trace, labels, scale }), ...shareShapes(thin, window)],
      };
    }),
    description: describe(told),
    resources,
    wants: wantsOf(analysis, resources),
    cancels: cancelLinks(lanes).flatMap(({ atNs, ...link }) => {
      const at = fractionOf(atNs, window);
      return at < 0 || at > 1 ? [] : [{ ...link, at }];
    }),
    lates: placeLates(lateMarks(told, scale), window),
    axis: axisOf(window, end, scale),
    end,
    rowPx: ROW_PX,
    heightPx: lanesPx + resourcesPx + (options.axis === false ? 0 : AXIS_PX),
  };
}

/** Of more that was put off nobody listens to a sentence each. */
const MOST_LATE = 20;

/** One sentence a lane, and one for what was put off. */
export function describe(trace: Trace): string {
  const { lanes } = analysisOf(trace);
  const late = lateMarks(trace, 'clock')
    .slice(0, MOST_LATE)
    .map(({ title }) => `${title}.`);
  return [timelineText(lanes, lanes.map(rowLabel)), ...late].join(' ');
}

export function rowLabel({ task, label }: Lane): string {
  return task === MAIN_AGENT ? 'outside tasks' : label;
}
