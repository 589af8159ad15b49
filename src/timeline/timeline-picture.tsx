/** Draws a timeline's layout. The same drawing is made at build time and in a running page. */
import type { ComponentChildren, JSX } from 'preact';
import { MAIN_AGENT } from '../trace/schema.ts';
import { CancelArrows } from './cancel-arrows.tsx';
import { LaneName } from './lane-name.tsx';
import type { PlacedLate } from './late-marks.ts';
import { LateSigns } from './late-signs.tsx';
import type { Row, TimelineLayout } from './layout.ts';
import { AXIS_PX, CANCEL_PX, endsAtEdge, FINISH_PX, percent } from './measures.ts';
import { ResourceLabel, ResourceShapes } from './resource-picture.tsx';
import type { Shape } from './shapes.ts';

/** Of a layout, what is drawn. */
export interface Drawn extends Omit<TimelineLayout, 'window' | 'rows'> {
  readonly rows: readonly DrawnRow[];
}

/** Of a row, what is drawn: who it is of, not what its lane knows besides. */
export interface DrawnRow extends Omit<Row, 'lane'> {
  readonly lane: Pick<Row['lane'], 'task'>;
}

interface Props {
  readonly layout: Drawn;
  /** Unique in the page: SVG finds its patterns by id. */
  readonly id: string;
  /** Default: true. */
  readonly axis?: boolean;
  /** What the owner of the picture lays over its tracks, such as a playhead. */
  readonly children?: ComponentChildren;
}

const BLOCK_PX = 22;
/** What is in flight is tall, what is held up is thin, and who awaits a task is a line. */
const WAIT_PX = { 'in-flight': 16, 'held-up': 7, awaiting: 2 } as const;
const READY_PX = 12;
/** What ran, if for no time at all, is seen. */
const LEAST_SHARE_PX = 2.5;
const MARK_PX = 5;
/** Below the middle of a row: where output is marked. */
const OUTPUT_PX = 14.5;

export function TimelinePicture({ layout, id, axis = true, children }: Props): JSX.Element {
  const { rows, resources, rowPx, heightPx } = layout;
  const rowsPx = rows.length * rowPx;
  const drawnPx = heightPx - (axis ? AXIS_PX : 0);
  return (
    <div
      class="ls-timeline not-content"
      data-wants={layout.wants.length > 0 || undefined}
      style={`--ls-timeline-height:${heightPx}px`}
    >
      <ol class="ls-timeline-labels" aria-hidden="true">
        {rows.map(({ lane, label, depth }) => (
          <li key={lane.task} title={label} style={`--depth:${depth};height:${rowPx}px`}>
            <LaneName label={label} />
          </li>
        ))}
        {resources.map((row) => (
          <ResourceLabel key={row.primitive} row={row} />
        ))}
      </ol>
      <div
        class="ls-timeline-tracks"
        style={`--ls-timeline-axis:${axis ? AXIS_PX : 0}px;--ls-timeline-run:${layout.end?.at ?? 1}`}
      >
        <svg
          class="ls-timeline-drawing"
          width="100%"
          height={heightPx}
          role="img"
          aria-label={layout.description}
        >
          <Patterns id={id} />
          {layout.axis.map(({ at }) => (
            <line key={at} class="rule" x1={percent(at)} x2={percent(at)} y1={0} y2={drawnPx} />
          ))}
          {layout.end && (
            <line
              class="end"
              x1={percent(layout.end.at)}
              x2={percent(layout.end.at)}
              y1={0}
              y2={drawnPx}
            />
          )}
          {resources.length > 0 && <line class="divide" x1="0" x2="100%" y1={rowsPx} y2={rowsPx} />}
          {rows.map((row) => (
            <RowShapes key={row.lane.task} row={row} patterns={id} />
          ))}
          {resources.map((row) => (
            <ResourceShapes key={row.primitive} row={row} topPx={row.topPx} />
          ))}
          <CancelArrows arrows={cancelArrowsOf(layout)} />
          <LateSigns lates={layout.lates} middleOf={middleIn(rows)} footPx={rowsPx} />
          <Wants layout={layout} />
          {axis && <Axis layout={layout} topPx={drawnPx} />}
        </svg>
        {children}
      </div>
    </div>
  );
}

interface AxisProps {
  readonly layout: Pick<TimelineLayout, 'axis' | 'end'>;
  readonly topPx: number;
}

export function Axis({ layout, topPx }: AxisProps) {
  const y = topPx + AXIS_PX - 8;
  return (
    <g class="axis">
      <line class="base" x1="0" x2="100%" y1={topPx} y2={topPx} />
      {layout.axis.map(
        ({ at, text, broadOnly }) =>
          text !== null && (
            <text
              key={at}
              x={percent(at)}
              y={y}
              text-anchor="middle"
              class={broadOnly ? 'broad-only' : undefined}
            >
              {text}
            </text>
          ),
      )}
      {layout.end && (
        <text
          class="end-text"
          x={percent(layout.end.at)}
          y={y}
          text-anchor={endsAtEdge(layout.end) ? 'end' : 'middle'}
        >
          {layout.end.text}
        </text>
      )}
    </g>
  );
}

export function RowShapes({ row, patterns }: { row: DrawnRow; patterns: string }) {
  return (
    <g>
      {row.shapes.map((shape, index) => (
        <ShapeMark key={index} shape={shape} y={row.middlePx} patterns={patterns} />
      ))}
    </g>
  );
}

export function ShapeMark({ shape, y, patterns }: { shape: Shape; y: number; patterns: string }) {
  switch (shape.kind) {
    case 'span': {
      const { state, wait } = shape;
      const height = wait !== null ? WAIT_PX[wait] : state === 'ready' ? READY_PX : BLOCK_PX;
      return (
        <rect
          class={wait === null ? state : `${state} ${wait}`}
          x={percent(shape.from)}
          y={y - height / 2}
          width={percent(shape.to - shape.from)}
          height={height}
          {...patternOf(shape, patterns)}
        >
          {shape.title && <title>{shape.title}</title>}
        </rect>
      );
    }
    case 'share': {
      const height = Math.max(LEAST_SHARE_PX, shape.share * BLOCK_PX);
      return (
        <rect
          class={shape.state}
          x={percent(shape.from)}
          y={y + BLOCK_PX / 2 - height}
          width={percent(shape.to - shape.from)}
          height={height}
          {...(shape.state === 'blocked' ? { fill: `url(#${patterns}-blocked)` } : {})}
        />
      );
    }
    case 'tick':
      return (
        <line
          class="tick"
          x1={percent(shape.at)}
          x2={percent(shape.at)}
          y1={y - BLOCK_PX / 2}
          y2={y + BLOCK_PX / 2}
        >
          {shape.title && <title>{shape.title}</title>}
        </line>
      );
    case 'finish':
      return (
        <Pin class={`finish ${shape.how}`} shape={shape} y={y}>
          <FinishMark how={shape.how} />
        </Pin>
      );
    case 'cancel':
      return (
        <g class={shape.isCaught ? 'cancel-caught' : 'cancel'}>
          <line
            x1={percent(shape.at)}
            x2={percent(shape.to)}
            y1={y - CANCEL_PX}
            y2={y - CANCEL_PX}
          />
          <Pin class="sign" shape={shape} y={y - CANCEL_PX}>
            <path d="M0 -5.5L5.5 0L0 5.5L-5.5 0Z" />
          </Pin>
        </g>
      );
    case 'unfinished':
      return (
        <Pin class="unfinished" shape={shape} y={y}>
          <path d="M2 -5L7 0L2 5" />
        </Pin>
      );
    case 'output':
      return (
        <Pin class={`output ${shape.stream}`} shape={shape} y={y + OUTPUT_PX}>
          <path d="M0 -2.5L3.25 2.5H-3.25Z" />
        </Pin>
      );
  }
}

interface PinProps {
  readonly class: string;
  readonly shape: { readonly at: number; readonly title: string };
  readonly y: number;
  readonly children: ComponentChildren;
}

/** A mark of fixed size, drawn round its own origin, at an instant. */
function Pin({ class: name, shape, y, children }: PinProps) {
  return (
    <svg class={name} x={percent(shape.at)} y={y} overflow="visible" aria-hidden="true">
      {children}
      {shape.title && <title>{shape.title}</title>}
    </svg>
  );
}

/** A disc for a result, a cross for an exception, a struck ring for a cancellation. */
function FinishMark({ how }: Pick<Extract<Shape, { kind: 'finish' }>, 'how'>) {
  return (
    <g transform={`translate(${FINISH_PX})`}>
      {how !== 'raised' && <circle r={MARK_PX} />}
      {how === 'raised' && <path d="M-4 -4.5L4 4.5M-4 4.5L4 -4.5" />}
      {how === 'cancelled' && <path d="M-3.5 3.5L3.5 -3.5" />}
    </g>
  );
}

function patternOf({ state, wait }: Extract<Shape, { kind: 'span' }>, patterns: string) {
  const name = wait === 'held-up' ? wait : state === 'ready' || state === 'blocked' ? state : null;
  return name === null ? {} : { fill: `url(#${patterns}-${name})` };
}

function middleIn(rows: readonly DrawnRow[]) {
  const middles = new Map(rows.map(({ lane, middlePx }) => [lane.task, middlePx]));
  return ({ agent }: PlacedLate) => middles.get(agent ?? MAIN_AGENT) ?? null;
}

function cancelArrowsOf({ rows, cancels }: Pick<Drawn, 'rows' | 'cancels'>) {
  const middleOf = new Map(rows.map(({ lane, middlePx }) => [lane.task, middlePx]));
  return cancels.flatMap(({ at, from, to, isEnd }) => {
    const [fromPx, toPx] = [middleOf.get(from), middleOf.get(to)];
    return fromPx === undefined || toPx === undefined ? [] : [{ at, fromPx, toPx, isEnd }];
  });
}

interface WantsProps {
  readonly layout: Pick<Drawn, 'rows' | 'resources' | 'wants'>;
}

/** From those who want something for good to what they want. */
function Wants({ layout: { rows, resources, wants } }: WantsProps) {
  return (
    <g class="wants">
      {wants.map(({ agent, primitive }, index) => {
        const row = rows.find(({ lane }) => lane.task === agent);
        const resource = resources.find((each) => each.primitive === primitive);
        if (!row || !resource) return null;
        const toPx = resource.topPx + resource.heightPx / 2;
        return <WantArrow key={index} at={1} fromPx={row.middlePx} toPx={toPx} index={index} />;
      })}
    </g>
  );
}

interface WantArrowProps {
  /** A fraction of the width. */
  readonly at: number;
  readonly fromPx: number;
  readonly toPx: number;
  readonly index: number;
}

/** Bulges to the right; of several, each further. */
export function WantArrow({ at, fromPx, toPx, index }: WantArrowProps) {
  const bulgePx = 20 + (index % 4) * 9;
  return (
    <svg x={percent(at)} overflow="visible" aria-hidden="true">
      <path class="want" d={`M0 ${fromPx}C${bulgePx} ${fromPx} ${bulgePx} ${toPx} 5 ${toPx}`} />
      <path class="head" d={`M0 ${toPx}l7 -4.5v9z`} />
    </svg>
  );
}

export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-ready`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="ready-ground" width="5" height="5" />
        <circle class="ready-dot" cx="2.5" cy="2.5" r="1.25" />
      </pattern>
      <pattern id={`${id}-held-up`} width="4" height="7" patternUnits="userSpaceOnUse">
        <rect class="held-up-bar" width="2" height="7" />
      </pattern>
      <pattern
        id={`${id}-blocked`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="blocked-ground" width="5" height="5" />
        <rect class="blocked-stripe" width="3" height="5" />
      </pattern>
    </defs>
  );
}
