/** Draws what is below the lanes: who has a lock, a slot, a worker; how full a queue is. */
import { FLAG_PX, HOLD_PX, LEVEL_PX, percent } from './measures.ts';
import type { ResourceRow, ResourceShape } from './resource-rows.ts';

export function ResourceLabel({ row }: { row: ResourceRow }) {
  const { label, detail, heightPx } = row;
  return (
    <li
      class="resource"
      title={detail ? `${label}, ${detail}` : label}
      style={`--depth:0;height:${heightPx}px`}
    >
      <span>{label}</span>
      {detail && <small>{detail}</small>}
    </li>
  );
}

/** @param topPx where the row begins in the drawing. */
export function ResourceShapes({ row, topPx }: { row: ResourceRow; topPx: number }) {
  return (
    <g class="resource" data-primitive={row.primitive}>
      {row.shapes.map((shape, index) => (
        <ResourceMark key={index} shape={shape} topPx={topPx} heightPx={row.heightPx} />
      ))}
    </g>
  );
}

interface MarkProps {
  readonly shape: ResourceShape;
  readonly topPx: number;
  readonly heightPx: number;
}

/** A text begins so far from the edge of its bar. */
const TEXT_PX = 5;

function ResourceMark({ shape, topPx, heightPx }: MarkProps) {
  const x = percent(shape.from);
  const width = percent(shape.to - shape.from);
  const middlePx = topPx + heightPx / 2;
  switch (shape.kind) {
    case 'hold':
      return (
        // Cuts off a name that is longer than its bar.
        <svg
          class="hold"
          x={x}
          y={topPx + shape.topPx}
          width={width}
          height={HOLD_PX}
          aria-hidden="true"
        >
          <rect x="0.5" y="0.5" width="100%" height={HOLD_PX - 1} />
          <text x={TEXT_PX} y={HOLD_PX / 2}>
            {shape.text}
          </text>
          <title>{shape.title}</title>
        </svg>
      );
    case 'level': {
      const fullPx = shape.height * LEVEL_PX;
      return (
        <svg
          class={shape.isFull ? 'level full' : 'level'}
          x={x}
          y={middlePx - LEVEL_PX / 2}
          width={width}
          height={LEVEL_PX}
          aria-hidden="true"
        >
          <rect y={LEVEL_PX - fullPx} width="100%" height={fullPx} />
          <line x1="0" x2="100%" y1={LEVEL_PX} y2={LEVEL_PX} />
          {shape.room !== 'none' && (
            <text
              class={shape.room === 'broad' ? 'broad-only' : undefined}
              x={TEXT_PX}
              y={LEVEL_PX / 2}
            >
              {shape.count}
            </text>
          )}
          <title>{shape.title}</title>
        </svg>
      );
    }
    case 'set':
      return (
        <rect class="set" x={x} y={middlePx - FLAG_PX / 2} width={width} height={FLAG_PX}>
          <title>{shape.title}</title>
        </rect>
      );
  }
}
