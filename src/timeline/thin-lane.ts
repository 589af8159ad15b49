/**
 * A lane with no more in it than can be seen. Of a hundred thousand slices in a row a thousand
 * pixels wide, each pixel can show one state: the one in which most of its time was spent.
 */
import { firstIndex } from '../analysis/binary-search.ts';
import type { Lane, Segment } from '../analysis/lanes.ts';
import type { TranscriptLine } from '../analysis/transcript.ts';
import type { Window } from './layout.ts';

/** Fewer segments in view than these are drawn as they are. */
const MOST_SEGMENTS = 200;
/** About one pixel of a wide screen. */
const COLUMNS = 1_500;
/** Marks are a few pixels wide: closer together they would be one block of running. */
const TICK_COLUMNS = 250;
const OUTPUT_COLUMNS = 150;

/** What of a lane is to be drawn in a window of time. */
export function thinLane(lane: Lane, window: Window): Lane {
  const segments = segmentsWithin(lane.segments, window);
  const spanNs = window.toNs - window.fromNs;
  return {
    ...lane,
    segments: segments.length > MOST_SEGMENTS ? thinSegments(segments, spanNs) : segments,
    output: thinOutput(lane.output, window),
  };
}

/** They are in order, and touch or leave gaps: none begins before the one before it is over. */
function segmentsWithin(segments: readonly Segment[], { fromNs, toNs }: Window) {
  const first = firstIndex(segments.length, (at) => (segments[at]?.toNs ?? 0) >= fromNs);
  const past = firstIndex(segments.length, (at) => (segments[at]?.fromNs ?? 0) > toNs);
  return segments.slice(first, past);
}

/** Columns are counted from the beginning of the run, so that they stay where they are in a pan. */
function thinSegments(segments: readonly Segment[], spanNs: number): Segment[] {
  const columnNs = spanNs / COLUMNS;
  const tickNs = spanNs / TICK_COLUMNS;
  const columns = new Map<number, Shares>();
  const wide: Segment[] = [];
  const ticks: Segment[] = [];
  let lastTick = -1;
  for (const segment of segments) {
    const { fromNs, toNs, state } = segment;
    if (fromNs === toNs && state === 'running') {
      const tick = Math.floor(fromNs / tickNs);
      if (tick !== lastTick) ticks.push(segment);
      lastTick = tick;
    } else if (toNs - fromNs >= columnNs) {
      wide.push(segment);
    } else {
      const column = Math.floor(fromNs / columnNs);
      const shares = columns.get(column) ?? {};
      const share = shares[state];
      shares[state] = { segment, ns: (share?.ns ?? 0) + toNs - fromNs };
      columns.set(column, shares);
    }
  }
  return [...joined(columns, columnNs), ...wide, ...ticks];
}

/** How much of a column's time was spent in each state, and one of the segments. */
type Shares = { [State in Segment['state']]?: { readonly segment: Segment; readonly ns: number } };

/** Neighbouring columns in the same state as one segment. */
function joined(columns: ReadonlyMap<number, Shares>, columnNs: number): Segment[] {
  const segments: Segment[] = [];
  let lastColumn = -2;
  for (const [column, shares] of columns) {
    const [most] = Object.values(shares).sort((a, b) => b.ns - a.ns);
    if (!most) continue;
    const toNs = (column + 1) * columnNs;
    const before = segments.at(-1);
    if (before?.state === most.segment.state && column === lastColumn + 1) {
      segments[segments.length - 1] = { ...before, toNs };
    } else {
      segments.push({ ...most.segment, fromNs: column * columnNs, toNs });
    }
    lastColumn = column;
  }
  return segments;
}

function thinOutput(lines: readonly TranscriptLine[], { fromNs, toNs }: Window) {
  const shown = lines.filter(({ atNs }) => atNs >= fromNs && atNs <= toNs);
  if (shown.length <= OUTPUT_COLUMNS) return shown;
  const columnNs = (toNs - fromNs) / OUTPUT_COLUMNS;
  const taken = new Set<string>();
  return shown.filter(({ atNs, stream }) => {
    const key = `${Math.floor(atNs / columnNs)} ${stream}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}
