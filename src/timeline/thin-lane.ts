/**
 * A lane with no more in it than can be seen. Of a hundred thousand slices in a row a thousand
 * pixels wide, each pixel can show one state: the one in which most of its time was waited. Over it,
 * bars show how much of the time it ran.
 */
import { firstIndex } from '../analysis/binary-search.ts';
import type { Lane, Segment } from '../analysis/lanes.ts';
import type { TranscriptLine } from '../analysis/transcript.ts';
import type { WaitKind } from '../analysis/wait-kind.ts';
import type { Shape } from './shapes.ts';
import { fractionOf, type Window } from './window.ts';

/** Fewer segments in view than these are drawn as they are. */
const MOST_SEGMENTS = 200;
/** About one pixel of a wide screen. */
const COLUMNS = 1_500;
/** A few pixels each, as wide as the mark of a slice of running that took no time. */
const BAR_COLUMNS = 250;
/** More marks than these, and they would be taken for one block of running. */
const MOST_TICKS = 80;
const OUTPUT_COLUMNS = 60;
/** Neighbours whose share is the same to a twentieth are one bar. */
const SHARES = 20;

/** How much of a stretch of time a lane ran, or held its loop. */
export interface Share extends Window {
  readonly state: 'running' | 'blocked';
  /** From 0, for what took no time, to 1. */
  readonly share: number;
}

export interface ThinLane extends Lane {
  readonly shares: readonly Share[];
}

/** What of a lane is to be drawn in a window of time. */
export function thinLane(lane: Lane, window: Window): ThinLane {
  const own = segmentsWithin(lane.segments, window);
  const { segments, shares } =
    own.length > MOST_SEGMENTS ? thinWithin(lane.segments, window) : { segments: own, shares: [] };
  return { ...lane, segments, shares, output: thinOutput(lane.output, window) };
}

export function shareShapes({ shares }: ThinLane, window: Window): Shape[] {
  return shares.map(({ fromNs, toNs, state, share }) => ({
    kind: 'share',
    from: Math.max(0, fractionOf(fromNs, window)),
    to: Math.min(1, fractionOf(toNs, window)),
    ...{ state, share, title: '' },
  }));
}

/** They are in order, and touch or leave gaps: none begins before the one before it is over. */
function segmentsWithin(segments: readonly Segment[], { fromNs, toNs }: Window) {
  const first = firstIndex(segments.length, (at) => (segments[at]?.toNs ?? 0) >= fromNs);
  const past = firstIndex(segments.length, (at) => (segments[at]?.fromNs ?? 0) > toNs);
  return segments.slice(first, past);
}

/** Panning changes nothing but which part of the thinned lane is in view. */
function thinWithin(all: readonly Segment[], window: Window) {
  const { fromNs, toNs } = window;
  const spanNs = toNs - fromNs;
  let thinned = lastThinned.get(all);
  if (thinned?.spanNs !== spanNs) {
    thinned = { spanNs, ...thinSegments(all, spanNs) };
    lastThinned.set(all, thinned);
  }
  const isInView = (each: Window) => each.toNs >= fromNs && each.fromNs <= toNs;
  const narrow = segmentsWithin(thinned.narrow, window);
  const isCrowded = narrow.length > MOST_TICKS;
  return {
    segments: [...thinned.segments.filter(isInView), ...(isCrowded ? [] : narrow)],
    shares: isCrowded ? thinned.shares.filter(isInView) : [],
  };
}

/** Of each lane, as it was thinned for the zoom it was last seen at. */
const lastThinned = new WeakMap<readonly Segment[], Thinned & { readonly spanNs: number }>();

interface Thinned {
  readonly segments: readonly Segment[];
  /** What ran too briefly to be seen as wide as it was. */
  readonly narrow: readonly Segment[];
  /** The same as shares of stretches of time. */
  readonly shares: readonly Share[];
}

/** Columns are counted from the beginning of the run, so that they stay where they are in a pan. */
function thinSegments(segments: readonly Segment[], spanNs: number): Thinned {
  const columnNs = spanNs / COLUMNS;
  const barNs = spanNs / BAR_COLUMNS;
  const columns = new Map<number, Shares>();
  const wide: Segment[] = [];
  const narrow: Segment[] = [];
  for (const segment of segments) {
    const { fromNs, toNs, state } = segment;
    if (toNs - fromNs >= columnNs) {
      wide.push(segment);
    } else if (state === 'running' || state === 'blocked') {
      narrow.push(segment);
    } else {
      const column = Math.floor(fromNs / columnNs);
      const shares = columns.get(column) ?? {};
      const drawn = drawnAs(segment);
      const share = shares[drawn];
      shares[drawn] = { segment, ns: (share?.ns ?? 0) + toNs - fromNs };
      columns.set(column, shares);
    }
  }
  return {
    segments: [...joined(columns, columnNs), ...wide],
    narrow,
    shares: [...bars(narrow, 'running', barNs), ...bars(narrow, 'blocked', barNs)],
  };
}

/** How much of each bar's time was spent in a state, neighbours with the same share as one. */
function bars(segments: readonly Segment[], state: Share['state'], barNs: number): Share[] {
  const spent = new Map<number, number>();
  for (const segment of segments) {
    if (segment.state !== state) continue;
    const bar = Math.floor(segment.fromNs / barNs);
    spent.set(bar, (spent.get(bar) ?? 0) + segment.toNs - segment.fromNs);
  }
  const shares: Share[] = [];
  for (const [bar, ns] of spent) {
    const share = Math.min(1, Math.round((ns / barNs) * SHARES) / SHARES);
    const fromNs = bar * barNs;
    const before = shares.at(-1);
    const touches = before?.share === share && before.toNs === fromNs;
    if (touches) shares[shares.length - 1] = { ...before, toNs: (bar + 1) * barNs };
    else shares.push({ state, share, fromNs, toNs: (bar + 1) * barNs });
  }
  return shares;
}

/** What looks alike: waits of one kind, and states. */
function drawnAs(segment: Segment): WaitKind | Segment['state'] {
  return segment.state === 'waiting' ? segment.kind : segment.state;
}

/** How much of a column's time was spent in each way, and one of the segments. */
type Shares = {
  [Drawn in ReturnType<typeof drawnAs>]?: { readonly segment: Segment; readonly ns: number };
};

/** Neighbouring columns in the same state as one segment. */
function joined(columns: ReadonlyMap<number, Shares>, columnNs: number): Segment[] {
  const segments: Segment[] = [];
  let lastColumn = -2;
  for (const [column, shares] of columns) {
    const [most] = Object.values(shares).sort((a, b) => b.ns - a.ns);
    if (!most) continue;
    const toNs = (column + 1) * columnNs;
    const before = segments.at(-1);
    if (before && drawnAs(before) === drawnAs(most.segment) && column === lastColumn + 1) {
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
