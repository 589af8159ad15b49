/** Draws a timeline's layout. The same drawing is made at build time and in a running page. */
import type { ComponentChildren, JSX } from 'preact';
import {
  AXIS_PX,
  endsAtEdge,
  ROW_PX,
  type Row,
  type Shape,
  type TimelineLayout,
} from './layout.ts';
import { timelineText } from './words.ts';

interface Props {
  readonly layout: TimelineLayout;
  /** Unique in the page: SVG finds its patterns by id. */
  readonly id: string;
  /** Default: true. */
  readonly axis?: boolean;
  /** What the owner of the picture lays over its tracks, such as a playhead. */
  readonly children?: ComponentChildren;
}

const BLOCK_PX = 22;
const BAND_PX = 12;
/** What ran, if for no time at all, is seen. */
const LEAST_SHARE_PX = 2.5;
const MARK_PX = 5;
/** A task ends after its last slice of running: its mark stands to the right of that tick. */
const FINISH_PX = 7;
/** Below the middle of a row: where output is marked. */
const OUTPUT_PX = 14.5;

export function TimelinePicture({ layout, id, axis = true, children }: Props): JSX.Element {
  const { rows, heightPx } = layout;
  const rowsPx = rows.length * ROW_PX;
  return (
    <div class="ls-timeline not-content" style={`--ls-timeline-height:${heightPx}px`}>
      <ol class="ls-timeline-labels" aria-hidden="true">
        {rows.map(({ lane, label, depth }) => (
          <li key={lane.task} title={label} style={`--depth:${depth};height:${ROW_PX}px`}>
            <span>{label}</span>
          </li>
        ))}
      </ol>
      <div class="ls-timeline-tracks" style={`--ls-timeline-axis:${axis ? AXIS_PX : 0}px`}>
        <svg
          class="ls-timeline-drawing"
          width="100%"
          height={heightPx}
          role="img"
          aria-label={timelineText(
            rows.map(({ lane }) => lane),
            rows.map(({ label }) => label),
          )}
        >
          <Patterns id={id} />
          {layout.axis.map(({ at }) => (
            <line key={at} class="rule" x1={percent(at)} x2={percent(at)} y1={0} y2={rowsPx} />
          ))}
          {layout.end && (
            <line
              class="end"
              x1={percent(layout.end.at)}
              x2={percent(layout.end.at)}
              y1={0}
              y2={rowsPx}
            />
          )}
          {rows.map((row) => (
            <RowShapes key={row.lane.task} row={row} patterns={id} />
          ))}
          {axis && <Axis layout={layout} topPx={rowsPx} />}
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

export function RowShapes({ row, patterns }: { row: Row; patterns: string }) {
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
      const { state } = shape;
      const height = state === 'running' || state === 'blocked' ? BLOCK_PX : BAND_PX;
      return (
        <rect
          class={state}
          x={percent(shape.from)}
          y={y - height / 2}
          width={percent(shape.to - shape.from)}
          height={height}
          {...(state === 'ready' || state === 'blocked'
            ? { fill: `url(#${patterns}-${state})` }
            : {})}
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

export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-ready`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="ready-ground" width="5" height="5" />
        <circle class="ready-dot" cx="2.5" cy="2.5" r="1.25" />
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

function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(3))}%`;
}
