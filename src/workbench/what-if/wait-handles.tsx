/**
 * The ends of waits in a picture, to be dragged: those of the row under the pointer, and of what
 * waits where the playhead stands. All of it can be done in the panel as well.
 */
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { analysisOf } from '../../analysis/analysis.ts';
import { type TimedWait, timedWaits } from '../../analysis/timed-waits.ts';
import type { GroupedRow } from '../../timeline/grouped-rows.ts';
import { ROW_PX } from '../../timeline/layout.ts';
import { fractionOf, type Window } from '../../timeline/window.ts';
import type { AgentId, Trace } from '../../trace/schema.ts';
import { waitKey } from '../../trace/timed-waits.ts';
import { lengthText, onGrid } from './lengths.ts';
import { WhatIfContext } from './what-if-context.ts';

export interface WaitHandlesProps {
  readonly trace: Trace;
  readonly rows: readonly GroupedRow[];
  readonly window: Window;
  /** The row under the pointer, and when; null where there is none. */
  readonly hover: { readonly row: number; readonly ns: number } | null;
  readonly nowNs: number;
  /** A wait is taken hold of: nothing else is pointed at. */
  readonly onTake: () => void;
  /** Gives the picture room on the right, while a wait is dragged beyond it. */
  readonly onWiden: () => void;
}

/** Of a row with very many, those nearest to the pointer. */
const MOST_IN_A_ROW = 6;

/** How often the picture widens while the pointer is beyond its right edge. */
const WIDEN_EACH_MS = 60;

interface Drag {
  readonly wait: TimedWait;
  readonly pointerId: number;
  /** How far from the end of the wait it was taken hold of. */
  readonly offsetPx: number;
  readonly clientX: number;
  readonly lengthNs: number;
}

export function WaitHandles(props: WaitHandlesProps) {
  const { trace, rows, window, hover, nowNs, onTake, onWiden } = props;
  const control = useContext(WhatIfContext);
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ drag, window });
  latest.current = { drag, window };

  const follow = (clientX: number) => {
    const { drag, window } = latest.current;
    const frame = box.current?.getBoundingClientRect();
    if (!drag || !frame || !control) return;
    const nsPerPx = (window.toNs - window.fromNs) / frame.width;
    const endNs = window.fromNs + (clientX - drag.offsetPx - frame.left) * nsPerPx;
    const lengthNs = onGrid(endNs - drag.wait.fromNs, nsPerPx);
    setDrag({ ...drag, clientX, lengthNs });
    control.change(drag.wait, lengthNs);
  };
  const end = (isKept: boolean) => {
    if (!latest.current.drag || !control) return;
    setDrag(null);
    if (isKept) control.keep();
    else control.giveUp();
  };
  const acts = useRef({ follow, end });
  acts.current = { follow, end };

  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      acts.current.end(false);
    };
    const timer = setInterval(() => {
      const right = box.current?.getBoundingClientRect().right ?? 0;
      const clientX = latest.current.drag?.clientX ?? 0;
      if (clientX <= right) return;
      onWiden();
      acts.current.follow(clientX);
    }, WIDEN_EACH_MS);
    addEventListener('keydown', onKey, true);
    return () => {
      clearInterval(timer);
      removeEventListener('keydown', onKey, true);
    };
  }, [isDragging]);

  // A picture that goes takes no half-done change with it.
  useEffect(() => () => acts.current.end(false), []);

  if (!control) return null;
  const take = (wait: TimedWait, event: PointerEvent) => {
    const frame = box.current?.getBoundingClientRect();
    if (!frame || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    control.prepare();
    onTake();
    // It stays when the handle goes, with the picture that it belongs to.
    box.current?.setPointerCapture(event.pointerId);
    const endPx = frame.left + fractionOf(wait.untilNs, window) * frame.width;
    const { pointerId, clientX } = event;
    const lengthNs = wait.untilNs - wait.fromNs;
    setDrag({ wait, pointerId, offsetPx: clientX - endPx, clientX, lengthNs });
  };
  const handles = drag ? [] : handlesOf({ trace, rows, window, hover, nowNs });
  const draggedRow = drag ? rowOfAgent(rows, drag.wait.agent) : -1;
  return (
    <div
      ref={box}
      class="wi-handles"
      data-dragging={isDragging || undefined}
      onPointerMove={(event) => {
        if (event.pointerId !== drag?.pointerId) return;
        event.stopPropagation();
        follow(event.clientX);
      }}
      onPointerUp={(event) => event.pointerId === drag?.pointerId && end(true)}
      onPointerCancel={(event) => event.pointerId === drag?.pointerId && end(false)}
    >
      {handles.map(({ wait, row }) => (
        <span
          key={waitKey(wait.name)}
          class="wi-handle"
          title={`Drag to make this wait of ${lengthText(wait.untilNs - wait.fromNs)} longer or shorter`}
          style={{ left: `${fractionOf(wait.untilNs, window) * 100}%`, top: `${row * ROW_PX}px` }}
          onPointerDown={(event) => take(wait, event)}
        />
      ))}
      {drag && draggedRow >= 0 && <Dragged drag={drag} row={draggedRow} window={window} />}
    </div>
  );
}

/** The end as it will be, and the length in words. */
function Dragged({
  drag: { wait, lengthNs },
  row,
  window,
}: {
  readonly drag: Drag;
  readonly row: number;
  readonly window: Window;
}) {
  const at = Math.min(1, fractionOf(wait.fromNs + lengthNs, window));
  const top = `${row * ROW_PX}px`;
  return (
    <>
      <span class="wi-end" style={{ left: `${at * 100}%`, top }} />
      <span
        class="wi-length"
        data-left={at > 0.5 || undefined}
        data-below={row === 0 || undefined}
        style={{ left: `${at * 100}%`, top }}
      >
        {lengthText(wait.untilNs - wait.fromNs)} → <b>{lengthText(lengthNs)}</b>
      </span>
    </>
  );
}

interface Placed {
  readonly wait: TimedWait;
  readonly row: number;
}

function handlesOf({
  trace,
  rows,
  window,
  hover,
  nowNs,
}: Omit<WaitHandlesProps, 'onTake' | 'onWiden'>): readonly Placed[] {
  const waits = drawnWaits(trace);
  const found: Placed[] = [];
  for (const [row, each] of rows.entries()) {
    if (each.kind !== 'lane') continue;
    const own = (waits.get(each.lane.task) ?? []).filter(({ untilNs }) => {
      const at = fractionOf(untilNs, window);
      return at > 0 && at <= 1;
    });
    const shown =
      hover?.row === row
        ? nearest(own, hover.ns)
        : own.filter(({ fromNs, untilNs }) => fromNs <= nowNs && nowNs <= untilNs).slice(0, 1);
    for (const wait of shown) found.push({ wait, row });
  }
  return found;
}

function nearest(waits: readonly TimedWait[], ns: number): readonly TimedWait[] {
  if (waits.length <= MOST_IN_A_ROW) return waits;
  const farOf = ({ untilNs }: TimedWait) => Math.abs(untilNs - ns);
  return waits.toSorted((a, b) => farOf(a) - farOf(b)).slice(0, MOST_IN_A_ROW);
}

const drawn = new WeakMap<Trace, ReadonlyMap<AgentId, readonly TimedWait[]>>();

/** Those that are drawn as a stretch of a row, up to their own end. */
function drawnWaits(trace: Trace): ReadonlyMap<AgentId, readonly TimedWait[]> {
  let waits = drawn.get(trace);
  if (!waits) {
    const { intervals } = analysisOf(trace);
    const ends = new Map<AgentId, ReadonlySet<number>>();
    for (const [agent, own] of intervals) ends.set(agent, new Set(own.map(({ toNs }) => toNs)));
    const lasting = timedWaits(trace).filter(
      ({ name: { kind }, fromNs, untilNs, agent }) =>
        // What limits and timers end is drawn as what it is.
        kind !== 'limit' &&
        kind !== 'callback' &&
        untilNs > fromNs &&
        ends.get(agent)?.has(untilNs),
    );
    waits = Map.groupBy(lasting, ({ agent }) => agent);
    drawn.set(trace, waits);
  }
  return waits;
}

function rowOfAgent(rows: readonly GroupedRow[], agent: AgentId): number {
  return rows.findIndex((row) => row.kind === 'lane' && row.lane.task === agent);
}
