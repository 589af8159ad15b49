import { useMemo, useRef } from 'preact/hooks';
import { analysisOf } from '../../analysis/analysis.ts';
import { axisOf } from '../../timeline/axis.ts';
import type { ComparedRow } from '../../timeline/compared-rows.ts';
import type { ComparedShapes } from '../../timeline/compared-shapes.ts';
import { LaneName } from '../../timeline/lane-name.tsx';
import { lateMarks, placeLates } from '../../timeline/late-marks.ts';
import { LateSigns } from '../../timeline/late-signs.tsx';
import { describe, ROW_PX } from '../../timeline/layout.ts';
import { AXIS_PX, percent } from '../../timeline/measures.ts';
import { ResourceShapes } from '../../timeline/resource-picture.tsx';
import { resourceRows, wantsOf } from '../../timeline/resource-rows.ts';
import { lengthText, type Scale } from '../../timeline/scale.ts';
import { Axis, Patterns, ShapeMark, WantArrow } from '../../timeline/timeline-picture.tsx';
import { fractionOf, type Window, wholeWindow } from '../../timeline/window.ts';
import { GroupProfile } from '../picture/timeline-rows.tsx';
import type { VisibleRows } from '../picture/use-visible-rows.ts';
import type { ComparedRun } from './comparison.ts';
import { type ComparedSide, comparedLabel } from './use-compared-lanes.ts';

export interface Pointer {
  /** A fraction of the window. */
  readonly at: number;
  readonly row: number;
}

export interface ComparedPictureProps {
  /** Unique in the page: SVG finds its patterns by id. */
  readonly id: string;
  readonly side: 'left' | 'right';
  readonly run: ComparedRun;
  readonly drawn: ComparedSide;
  readonly rows: readonly ComparedRow[];
  /** Of the rows that can be seen. */
  readonly shapes: readonly (ComparedShapes | null)[];
  readonly visible: VisibleRows;
  readonly window: Window;
  readonly scale: Scale;
  /** Where the playhead stands on the scale. */
  readonly nowNs: number;
  /** Whether what comes after the playhead is veiled. */
  readonly veiled: boolean;
  /** Where the two runs part, on the scale; null where they don't. */
  readonly partingNs: number | null;
  /** Whether room is left for the arrows of a deadlock, in this run or in the other. */
  readonly leavesRoom: boolean;
  readonly pointer: Pointer | null;
  readonly onPoint: (pointer: Pointer | null) => void;
  /** With the place on the scale. */
  readonly onMove: (ns: number) => void;
  readonly onFold: (key: string) => void;
}

/** Of more lanes than these, nobody listens to a sentence each. */
const MOST_SENTENCES = 60;

/** One of two runs, in rows that are those of the other. */
export function ComparedPicture(props: ComparedPictureProps) {
  const { side, run, drawn, rows, shapes, visible, window, scale, nowNs, partingNs } = props;
  const tracks = useRef<HTMLDivElement>(null);
  const { trace } = drawn;
  const rowsPx = rows.length * ROW_PX;
  const resources = useMemo(
    () => resourceRows(analysisOf(trace), { window, topPx: rowsPx, labels: drawn.labels, scale }),
    [trace, window, rowsPx],
  );
  const drawnPx = rowsPx + resources.reduce((sum, { heightPx }) => sum + heightPx, 0);
  const end = { at: fractionOf(trace.endedNs, window), text: lengthText(run.trace, scale) };
  const endShown = end.at >= 0 && end.at <= 1 ? end : null;
  const axis = axisOf(window, endShown, scale);
  const description = useMemo(() => describeShortly(run), [run]);
  const now = fractionOf(nowNs, window);
  const parting = partingNs === null ? -1 : fractionOf(partingNs, window);
  const isIn = (at: number) => at >= 0 && at <= 1;

  const spotUnder = (event: PointerEvent): Pointer => {
    const box = tracks.current?.getBoundingClientRect();
    if (!box) return { at: 0, row: 0 };
    const at = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return { at, row: Math.floor((event.clientY - box.top) / ROW_PX) };
  };
  const moveTo = ({ at }: Pointer) =>
    props.onMove(window.fromNs + at * (window.toNs - window.fromNs));

  const lanes = useMemo(
    () =>
      rows.slice(visible.from, visible.to).map((row, index) => {
        const topPx = (visible.from + index) * ROW_PX;
        if (row.group) {
          const members = row.pairs.flatMap((pair) => pair[side] ?? []);
          return (
            <g key={row.key} class="cv-same">
              <GroupProfile lanes={members} window={window} topPx={topPx} />
            </g>
          );
        }
        const compared = shapes[index];
        return (
          <g key={row.key}>
            <rect
              class={compared?.isSame ? 'rv-row' : 'rv-row cv-differs'}
              x="0"
              y={topPx}
              width="100%"
              height={ROW_PX}
            />
            {row.pairs[0]?.[side] === null && (
              <text class="cv-missing" x="6" y={topPx + ROW_PX / 2}>
                not in this run
              </text>
            )}
            {compared?.[side].map(({ shape, isSame }, at) => (
              <g key={at} class={isSame ? 'cv-same' : undefined}>
                <ShapeMark shape={shape} y={topPx + ROW_PX / 2} patterns={props.id} />
              </g>
            ))}
          </g>
        );
      }),
    [rows, visible, shapes, window, side],
  );

  const middles = useMemo(
    () =>
      new Map(
        rows.flatMap(({ pairs }, row) =>
          pairs.map((pair) => [pair[side]?.task, (row + 0.5) * ROW_PX] as const),
        ),
      ),
    [rows, side],
  );
  // What nobody lets go of any more, where the run stands still.
  const stuck = useMemo(() => wantsOf(analysisOf(trace), resources), [trace, resources]);
  const stuckAt = fractionOf(wholeWindow(trace).toNs, window);
  const lates = useMemo(
    () => (
      <LateSigns
        lates={placeLates(lateMarks(run.trace, scale), window)}
        middleOf={({ agent }) => middles.get(agent ?? -1) ?? null}
        footPx={rowsPx}
      />
    ),
    [run.trace, scale, middles, window],
  );

  return (
    <div class="ls-timeline rv-lanes" data-wants={props.leavesRoom || undefined}>
      <ol class="ls-timeline-labels rv-labels" style={{ height: `${drawnPx}px` }}>
        <li class="rv-label-ruler" aria-hidden="true">
          <span>{'n'.repeat(longest(rows))}</span>
        </li>
        {rows.slice(visible.from, visible.to).map((row, index) => {
          const topPx = (visible.from + index) * ROW_PX;
          const place = { '--depth': row.depth, height: `${ROW_PX}px`, top: `${topPx}px` };
          const text = comparedLabel(row);
          if (row.group) {
            return (
              <li key={row.key} style={place}>
                <button
                  type="button"
                  class="rv-label"
                  aria-expanded={row.group.isOpen}
                  onClick={() => props.onFold(row.key)}
                >
                  <span>{text}</span>
                </button>
              </li>
            );
          }
          const isMissing = row.pairs[0]?.[side] === null;
          const isSame = shapes[index]?.isSame ?? false;
          return (
            <li
              key={row.key}
              style={place}
              title={`${text}${isMissing ? ', not in this run' : ''}`}
              data-same={isSame || undefined}
              data-missing={isMissing || undefined}
            >
              {!isSame && (
                <span class="cv-sign" aria-hidden="true">
                  ≠
                </span>
              )}
              <LaneName label={text} />
              {!isSame && (
                <span class="sr-only">{isMissing ? ': not in this run' : ': differs'}</span>
              )}
            </li>
          );
        })}
        {resources.map(({ primitive, label, detail, topPx, heightPx }) => (
          <li
            key={`resource-${primitive}`}
            class="resource"
            title={detail ? `${label}, ${detail}` : label}
            style={{ '--depth': 0, height: `${heightPx}px`, top: `${topPx}px` }}
          >
            <span>{label}</span>
            {detail && <small>{detail}</small>}
          </li>
        ))}
      </ol>
      <div
        ref={tracks}
        class="ls-timeline-tracks rv-tracks"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          moveTo(spotUnder(event));
        }}
        onPointerMove={(event) => {
          const spot = spotUnder(event);
          props.onPoint(spot);
          if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(spot);
        }}
        onPointerLeave={() => props.onPoint(null)}
      >
        <svg
          class="ls-timeline-drawing"
          width="100%"
          height={drawnPx}
          role="img"
          aria-label={description}
        >
          <Patterns id={props.id} />
          {axis.map(({ at }) => (
            <line key={at} class="rule" x1={percent(at)} x2={percent(at)} y1={0} y2={drawnPx} />
          ))}
          {lanes}
          {resources.length > 0 && <line class="divide" x1="0" x2="100%" y1={rowsPx} y2={rowsPx} />}
          {resources.map((row) => (
            <ResourceShapes key={row.primitive} row={row} topPx={row.topPx} />
          ))}
          {lates}
          {isIn(stuckAt) && (
            <g class="wants">
              {stuck.map(({ agent, primitive }, index) => {
                const fromPx = middles.get(agent);
                const resource = resources.find((each) => each.primitive === primitive);
                if (fromPx === undefined || !resource) return null;
                const toPx = resource.topPx + resource.heightPx / 2;
                return <WantArrow key={index} {...{ at: stuckAt, fromPx, toPx, index }} />;
              })}
            </g>
          )}
        </svg>
        {isIn(parting) && (
          <span
            class="cv-parting"
            data-late={parting > 0.95 || undefined}
            style={{ left: percent(parting) }}
          />
        )}
        {props.veiled && nowNs < trace.endedNs && now < 1 && (
          <span class="rv-veil" style={{ left: percent(Math.max(0, now)) }} />
        )}
        {props.pointer && <span class="rv-cursor" style={{ left: percent(props.pointer.at) }} />}
        {isIn(now) && (
          <span
            class="rv-playhead"
            data-resting={!props.veiled || undefined}
            style={{ left: percent(now) }}
          />
        )}
      </div>
      <span class="rv-axis-corner" />
      <svg class="ls-timeline-drawing rv-axis" width="100%" height={AXIS_PX} aria-hidden="true">
        <Axis layout={{ axis, end: endShown }} topPx={0} />
      </svg>
    </div>
  );
}

function describeShortly({ title, trace }: ComparedRun): string {
  const { lanes } = analysisOf(trace);
  const text = lanes.length > MOST_SENTENCES ? `${lanes.length} tasks` : describe(trace);
  return `Timeline of ${title}: ${text}`;
}

/** A step of the indent is as wide as a character and a half; a sign stands before some. */
function longest(rows: readonly ComparedRow[]): number {
  const widths = rows.map((row) => comparedLabel(row).length + Math.min(row.depth, 4) * 1.6 + 2);
  return Math.ceil(widths.reduce((most, width) => Math.max(most, width), 0));
}
