/**
 * Where everything in a timeline goes. Pure: from lanes to shapes. Across, positions are fractions
 * of the window of time that is shown, so that a drawing fits any width; down, they are pixels, so
 * that it is as legible on a telephone as on a wall.
 */
import { analysisOf } from '../analysis/analysis.ts';
import type { Finish, Lane, Segment } from '../analysis/lanes.ts';
import { MAIN_AGENT, type Trace } from '../trace/schema.ts';
import { markText, roundStep, secondsText } from './seconds.ts';
import { finishText, outputText, segmentText } from './words.ts';

export interface TimelineLayout {
  readonly window: Window;
  readonly rows: readonly Row[];
  readonly axis: readonly AxisMark[];
  readonly end: End | null;
  readonly heightPx: number;
}

/** The stretch of virtual time that is shown. */
export interface Window {
  readonly fromNs: number;
  readonly toNs: number;
}

export interface Row {
  readonly lane: Lane;
  readonly label: string;
  readonly depth: number;
  /** The middle of the row, from the top of the drawing. */
  readonly middlePx: number;
  readonly shapes: readonly Shape[];
}

export type Shape =
  /** A stretch of time in one state. */
  | {
      readonly kind: 'span';
      readonly state: Segment['state'];
      readonly from: number;
      readonly to: number;
      readonly title: string;
    }
  /** How much of a stretch of time it ran, where that was in too many slices to be seen. */
  | {
      readonly kind: 'share';
      readonly state: 'running' | 'blocked';
      readonly from: number;
      readonly to: number;
      readonly share: number;
      readonly title: string;
    }
  /** A slice of running that took no time, and must be seen all the same. */
  | { readonly kind: 'tick'; readonly at: number; readonly title: string }
  | {
      readonly kind: 'finish';
      readonly how: Finish['how'];
      readonly at: number;
      readonly title: string;
    }
  /** The run, or its trace, was over before the task was. */
  | { readonly kind: 'unfinished'; readonly at: number; readonly title: string }
  | {
      readonly kind: 'output';
      readonly stream: 'stdout' | 'stderr';
      readonly at: number;
      readonly title: string;
    };

export interface AxisMark {
  readonly at: number;
  /** Null for a mark that has no room for its number. */
  readonly text: string | null;
  /** Whether there is room for it on a broad picture only. */
  readonly broadOnly: boolean;
}

/** When the program was over. */
export interface End {
  readonly at: number;
  readonly text: string;
}

export const ROW_PX = 36;
export const AXIS_PX = 28;

/** More marks than this and their numbers touch on a telephone. */
const MOST_MARKS = 8;
/**
 * A number this close to the end's own would be written across it, or across the whole of it where
 * the end's stands to the left of its mark.
 */
const END_ROOM = { narrow: 0.18, broad: 0.1 };
const END_ROOM_AT_EDGE = { narrow: 0.35, broad: 0.17 };

export interface LayoutOptions {
  /** Default: the whole run. */
  readonly window?: Window;
  /** Whether room is left for the axis below the lanes. Default: true. */
  readonly axis?: boolean;
}

export function layoutTimeline(trace: Trace, options: LayoutOptions = {}): TimelineLayout {
  const { endedNs } = trace;
  const window = options.window ?? wholeWindow(trace);
  const { lanes } = analysisOf(trace);
  const labels = new Map(lanes.map((lane) => [lane.task, rowLabel(lane)]));
  const end =
    endedNs >= window.fromNs && endedNs <= window.toNs
      ? { at: fractionOf(endedNs, window), text: secondsText(endedNs) }
      : null;
  return {
    window,
    rows: lanes.map((lane, index) => ({
      lane,
      label: rowLabel(lane),
      depth: lane.depth,
      middlePx: (index + 0.5) * ROW_PX,
      shapes: shapesOf(lane, { window, endedNs, labels }),
    })),
    axis: axisOf(window, end),
    end,
    heightPx: lanes.length * ROW_PX + (options.axis === false ? 0 : AXIS_PX),
  };
}

/** What a program that took no time is drawn on. */
const SHORTEST_NS = 1e9;

/** The window in which all of a run is seen. */
export function wholeWindow({ endedNs }: Trace): Window {
  return { fromNs: 0, toNs: endedNs > 0 ? endedNs : SHORTEST_NS };
}

/** Where an instant lies in a window: 0 at its beginning, 1 at its end. */
export function fractionOf(ns: number, { fromNs, toNs }: Window): number {
  return (ns - fromNs) / (toNs - fromNs);
}

export function rowLabel({ task, label }: Lane): string {
  return task === MAIN_AGENT ? 'outside tasks' : label;
}

export interface ShapeContext {
  readonly window: Window;
  readonly endedNs: number;
  readonly labels: ReadonlyMap<number, string>;
}

/** What is drawn of one lane. */
export function shapesOf(lane: Lane, { window, endedNs, labels }: ShapeContext): Shape[] {
  const at = (ns: number) => fractionOf(ns, window);
  const shown = ({ fromNs, toNs }: Window) => toNs >= window.fromNs && fromNs <= window.toNs;
  const shownAt = (ns: number) => shown({ fromNs: ns, toNs: ns });
  const shapes: Shape[] = [];

  // The ticks come last: a slice of running must not vanish under the wait that follows it.
  const ticks: Shape[] = [];
  for (const segment of lane.segments.filter(shown)) {
    const title = segmentText(segment, labels);
    if (segment.state === 'running' && segment.toNs === segment.fromNs) {
      ticks.push({ kind: 'tick', at: at(segment.fromNs), title });
    } else {
      const from = Math.max(0, at(segment.fromNs));
      const to = Math.min(1, at(segment.toNs));
      shapes.push({ kind: 'span', state: segment.state, from, to, title });
    }
  }
  shapes.push(...ticks);

  const lines = lane.output.filter(({ atNs }) => shownAt(atNs));
  for (const together of Map.groupBy(lines, ({ atNs }) => atNs).values()) {
    const [first] = together;
    if (!first) continue;
    const stream = together.some((line) => line.stream === 'stderr') ? 'stderr' : 'stdout';
    shapes.push({ kind: 'output', stream, at: at(first.atNs), title: outputText(together) });
  }

  if (lane.finish === null) {
    const lastNs = lane.lostNs ?? endedNs;
    const title = lane.lostNs === null ? 'never finished' : 'not recorded any further';
    const open = lane.segments.length > 0 && lane.task !== MAIN_AGENT && shownAt(lastNs);
    if (open) shapes.push({ kind: 'unfinished', at: at(lastNs), title });
  } else if (shownAt(lane.finish.atNs)) {
    const { how, atNs } = lane.finish;
    shapes.push({ kind: 'finish', how, at: at(atNs), title: finishText(lane.finish) });
  }
  return shapes;
}

export function axisOf(window: Window, end: End | null): AxisMark[] {
  const stepNs = roundStep(window.toNs - window.fromNs, MOST_MARKS);
  const marks: AxisMark[] = [];
  for (let index = Math.ceil(window.fromNs / stepNs); index * stepNs <= window.toNs; index += 1) {
    const ns = index * stepNs;
    const at = fractionOf(ns, window);
    const text = markText(ns, stepNs);
    // On a telephone there is room for eight short texts, or for every second of long ones.
    const isCrowded = text.length > SHORT_TEXT && index % 2 === 1;
    marks.push({
      at,
      text: hasRoom(at, end, 'broad') ? text : null,
      broadOnly: isCrowded || !hasRoom(at, end, 'narrow'),
    });
  }
  return marks;
}

/** `0.5`, `12` */
const SHORT_TEXT = 3;

/** On a telephone, or on a picture that is broad by the measure of timeline.css. */
function hasRoom(at: number, end: End | null, picture: 'narrow' | 'broad'): boolean {
  if (end === null) return true;
  return Math.abs(end.at - at) > (endsAtEdge(end) ? END_ROOM_AT_EDGE : END_ROOM)[picture];
}

/** Whether the end's text, centred, would stand out over the right edge. */
export function endsAtEdge({ at }: End): boolean {
  return at > 0.88;
}
