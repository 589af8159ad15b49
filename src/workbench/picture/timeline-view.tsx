import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { analysisOf } from '../../analysis/analysis.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import type { Insight } from '../../insights/insight.ts';
import { axisOf } from '../../timeline/axis.ts';
import { type CancelArrow, CancelArrows } from '../../timeline/cancel-arrows.tsx';
import { type CancelLink, cancelLinks } from '../../timeline/cancel-links.ts';
import { type GroupedRow, groupRows, rowOf } from '../../timeline/grouped-rows.ts';
import { laneTextAt } from '../../timeline/lane-at.ts';
import { describe, ROW_PX, rowLabel } from '../../timeline/layout.ts';
import type { Link } from '../../timeline/links.ts';
import { AXIS_PX } from '../../timeline/measures.ts';
import { ResourceShapes } from '../../timeline/resource-picture.tsx';
import { resourceRows, type Want, wantsOf } from '../../timeline/resource-rows.ts';
import { drawnInstant, drawnTrace, lengthText, type Scale, STEP_NS } from '../../timeline/scale.ts';
import { Axis } from '../../timeline/timeline-picture.tsx';
import { drawnLanes, fractionOf, type Window } from '../../timeline/window.ts';
import type { AgentId, Trace } from '../../trace/schema.ts';
import { WaitHandles } from '../what-if/wait-handles.tsx';
import { LinkArrows } from './link-arrows.tsx';
import { revealRow } from './lit-moment.ts';
import { RowLabels } from './row-labels.tsx';
import { LateKey, RowLates } from './row-lates.tsx';
import { TimelineRows } from './timeline-rows.tsx';
import type { Viewport } from './use-viewport.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import { WantArrows } from './want-arrows.tsx';
import './timeline-view.css';

export interface TimelineViewProps {
  readonly trace: Trace;
  readonly scale: Scale;
  /** Unique in the page: SVG finds its patterns by id. */
  readonly id: string;
  /** Where the playhead stands on the scale. */
  readonly nowNs: number;
  /** Where the moment lies that the reader points at in the text; null when at none. */
  readonly litNs: number | null;
  /** Whether what comes after the playhead is veiled. */
  readonly veiled: boolean;
  readonly viewport: Viewport;
  /** Who runs. */
  readonly current: AgentId | null;
  readonly highlighted: ReadonlySet<AgentId>;
  readonly links: readonly Link[];
  /** Who waits now for what others have. */
  readonly wants: readonly Want[];
  /** Whose span is marked. */
  readonly explained: Insight | null;
  /** With the place on the scale. */
  readonly onMove: (ns: number) => void;
}

/** Two fingers on a trackpad, or a turn of the wheel, as a factor. */
const ZOOM_PER_PX = 0.005;
/** How near to a mark the pointer must be to mean it. */
const NEAR_PX = 5;

/** A run's timeline with a playhead on it that can be dragged. */
export function TimelineView(props: TimelineViewProps) {
  const { scale, nowNs, viewport, highlighted, current, explained } = props;
  const trace = drawnTrace(props.trace, scale);
  const { window } = viewport;
  const lanes = useMemo(() => drawnLanes(analysisOf(trace).lanes, trace), [trace]);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => groupRows(lanes, unfolded), [lanes, unfolded]);
  const labels = useMemo(() => new Map(lanes.map((lane) => [lane.task, rowLabel(lane)])), [lanes]);
  const description = useMemo(() => describeShortly(props.trace), [props.trace]);
  const scroller = useRef<HTMLDivElement>(null);
  const tracks = useRef<HTMLDivElement>(null);
  const visible = useVisibleRows(scroller, rows.length);
  const [hover, setHover] = useState<{ readonly at: number; readonly row: number } | null>(null);
  const rowsPx = rows.length * ROW_PX;
  const resources = useMemo(
    () => resourceRows(analysisOf(trace), { window, topPx: rowsPx, labels, scale }),
    [trace, window, rowsPx, labels],
  );
  const drawnPx = rowsPx + resources.reduce((sum, { heightPx }) => sum + heightPx, 0);
  const now = fractionOf(nowNs, window);
  const lit = props.litNs === null ? null : fractionOf(props.litNs, window);

  const spotUnder = (event: PointerEvent | WheelEvent) => {
    const box = tracks.current?.getBoundingClientRect();
    if (!box) return { at: 0, row: 0 };
    const at = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return { at, row: Math.floor((event.clientY - box.top) / ROW_PX) };
  };
  const nsAt = (at: number) => window.fromNs + at * (window.toNs - window.fromNs);
  const moveTo = (at: number) => props.onMove(nsAt(at));

  // Preact listens to the wheel passively, and the page would scroll or zoom as well.
  const onWheel = useRef((_: WheelEvent) => {});
  onWheel.current = (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      viewport.zoom(Math.exp(-event.deltaY * ZOOM_PER_PX), spotUnder(event).at);
    } else if (
      !viewport.whole &&
      (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
    ) {
      event.preventDefault();
      const width = tracks.current?.clientWidth ?? 1;
      viewport.pan((event.deltaX || event.deltaY) / width);
    }
  };
  useEffect(() => {
    const element = scroller.current;
    const turn = (event: WheelEvent) => onWheel.current(event);
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, []);

  useEffect(() => {
    if (props.litNs === null) return;
    const row = scroller.current?.querySelector('[data-highlighted]');
    revealRow(scroller.current, row ?? null);
  }, [props.litNs, highlighted]);

  const end = { at: fractionOf(trace.endedNs, window), text: lengthText(props.trace, scale) };
  const endShown = end.at >= 0 && end.at <= 1;
  const layout = { axis: axisOf(window, endShown ? end : null, scale), end: endShown ? end : null };
  const onScale = (ns: number) => drawnInstant(props.trace, ns, scale);
  const band = explained && {
    left: Math.max(0, fractionOf(onScale(explained.fromNs), window)),
    right: Math.min(1, fractionOf(onScale(explained.toNs), window)),
  };
  const drawn = useMemo(
    () => (
      <TimelineRows
        rows={rows}
        visible={visible}
        window={window}
        trace={trace}
        labels={labels}
        highlighted={highlighted}
        patterns={props.id}
      />
    ),
    [rows, visible, window, trace, labels, highlighted],
  );
  const drawnResources = useMemo(
    () => (
      <>
        {resources.length > 0 && <line class="divide" x1="0" x2="100%" y1={rowsPx} y2={rowsPx} />}
        {resources.map((row) => (
          <ResourceShapes key={row.primitive} row={row} topPx={row.topPx} />
        ))}
      </>
    ),
    [resources, rowsPx],
  );
  const cancels = useMemo(
    () => <CancelArrows arrows={cancelArrows(cancelLinks(lanes), rows, window)} />,
    [lanes, rows, window],
  );
  const stuck = useMemo(() => wantsOf(analysisOf(trace), resources), [trace, resources]);
  const isStuck = stuck.length > 0 && nowNs >= trace.endedNs;
  const pointed = hover && rows[hover.row];
  const width = tracks.current?.clientWidth ?? 600;
  const nearNs = ((window.toNs - window.fromNs) / width) * NEAR_PX;
  const hoverText =
    hover && pointed?.kind === 'lane'
      ? laneTextAt(pointed.lane, nsAt(hover.at), { withinNs: nearNs, labels, scale })
      : null;

  return (
    <div class="rv-timeline">
      <div ref={scroller} class="rv-scroller" data-scrolls={rows.length > 14 || undefined}>
        <div class="ls-timeline rv-lanes" data-wants={stuck.length > 0 || undefined}>
          <RowLabels
            rows={rows}
            resources={resources}
            visible={visible}
            current={current}
            onFold={(key) => setUnfolded((open) => toggled(open, key))}
          />
          <div
            ref={tracks}
            class="ls-timeline-tracks rv-tracks"
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              moveTo(spotUnder(event).at);
            }}
            onPointerMove={(event) => {
              const spot = spotUnder(event);
              setHover(spot);
              if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(spot.at);
            }}
            onPointerLeave={() => setHover(null)}
          >
            {band && (
              <span
                class="rv-band"
                style={{ left: `${band.left * 100}%`, right: `${(1 - band.right) * 100}%` }}
              />
            )}
            <svg
              class="ls-timeline-drawing"
              width="100%"
              height={drawnPx}
              role="img"
              aria-label={description}
            >
              {layout.axis.map(({ at }) => (
                <line
                  key={at}
                  class="rule"
                  x1={`${at * 100}%`}
                  x2={`${at * 100}%`}
                  y1={0}
                  y2={drawnPx}
                />
              ))}
              {drawn}
              {drawnResources}
              {cancels}
              <RowLates {...{ trace: props.trace, scale, rows, window, rowsPx }} />
              <LinkArrows links={props.links} rows={rows} window={window} />
              <WantArrows
                // What nobody lets go of any more is drawn where the picture ends, round what stands still.
                wants={isStuck ? stuck : props.wants}
                rows={rows}
                resources={resources}
                at={isStuck ? 1 : now}
                isStuck={isStuck}
              />
            </svg>
            {props.veiled && nowNs < trace.endedNs && now < 1 && (
              <span class="rv-veil" style={{ left: `${Math.max(0, now) * 100}%` }} />
            )}
            {scale === 'clock' && (
              <WaitHandles
                trace={trace}
                rows={rows}
                window={window}
                hover={hover && { row: hover.row, ns: nsAt(hover.at) }}
                nowNs={nowNs}
                onTake={() => setHover(null)}
                onWiden={viewport.widen}
              />
            )}
            {hover && <span class="rv-cursor" style={{ left: `${hover.at * 100}%` }} />}
            {lit !== null && lit >= 0 && lit <= 1 && (
              <span class="rv-lit" style={{ left: `${lit * 100}%` }} />
            )}
            {now >= 0 && now <= 1 && (
              <span
                class="rv-playhead"
                data-resting={!props.veiled || undefined}
                style={{ left: `${now * 100}%` }}
              />
            )}
          </div>
          <span class="rv-axis-corner" />
          <svg class="ls-timeline-drawing rv-axis" width="100%" height={AXIS_PX} aria-hidden="true">
            <Axis layout={layout} topPx={0} />
          </svg>
        </div>
      </div>
      <LateKey traces={[props.trace]} />
      <p class="rv-readout" aria-hidden="true">
        {hover && (
          <>
            <time>
              {scale === 'clock'
                ? `${formatSeconds(nsAt(hover.at))} s`
                : `step ${Math.round(nsAt(hover.at) / STEP_NS)}`}
            </time>
            {pointed?.kind === 'lane' && <code>{labels.get(pointed.lane.task)}</code>}
            {hoverText}
          </>
        )}
      </p>
    </div>
  );
}

function cancelArrows(
  links: readonly CancelLink[],
  rows: readonly GroupedRow[],
  window: Window,
): readonly CancelArrow[] {
  return links.flatMap(({ atNs, from, to, isEnd }) => {
    const [at, fromRow, toRow] = [fractionOf(atNs, window), rowOf(rows, from), rowOf(rows, to)];
    if (at < 0 || at > 1 || fromRow < 0 || toRow < 0 || fromRow === toRow) return [];
    return [{ at, fromPx: (fromRow + 0.5) * ROW_PX, toPx: (toRow + 0.5) * ROW_PX, isEnd }];
  });
}

/** Of more lanes than these, nobody listens to a sentence each. */
const MOST_SENTENCES = 60;

function describeShortly(trace: Trace): string {
  const { lanes } = analysisOf(trace);
  return lanes.length > MOST_SENTENCES ? `Timeline of ${lanes.length} tasks` : describe(trace);
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
