import type { PlacedLate } from './late-marks.ts';
import { CANCEL_PX, percent } from './measures.ts';

export interface LateSignsProps {
  readonly lates: readonly PlacedLate[];
  /** The middle of the row that it stands in; null for none that is drawn. */
  readonly middleOf: (late: PlacedLate) => number | null;
  /** Where what is nobody's is drawn: the foot of the rows. */
  readonly footPx: number;
}

/** A stroke where something was due, and two arrows that say it was put off: to where a line leads. */
export function LateSigns({ lates, middleOf, footPx }: LateSignsProps) {
  if (lates.length === 0) return null;
  return (
    <g class="lates">
      {lates.map((late, index) => {
        const { at, to, title } = late;
        const middlePx = late.agent === null ? null : middleOf(late);
        const y = middlePx === null ? footPx - 7 : middlePx - CANCEL_PX;
        return (
          <g key={index}>
            <line class="put-off" x1={percent(at)} x2={percent(to)} y1={y} y2={y} />
            <svg x={percent(at)} y={y} overflow="visible" aria-hidden="true">
              <path d="M0 -5.5V5.5" />
              <title>{title}</title>
            </svg>
            <svg x={percent(to)} y={y} overflow="visible" aria-hidden="true">
              <path d={ARROWS} />
              <title>{title}</title>
            </svg>
          </g>
        );
      })}
    </g>
  );
}

/** The sign in a line of text. */
export function LateSign() {
  return (
    <svg class="ls-late-sign" width="15" height="13" viewBox="-2 -6.5 15 13" aria-hidden="true">
      <path d={`M0 -5.5V5.5${ARROWS}`} />
    </svg>
  );
}

export const LATE_KEY = 'put off: due at the stroke, later by the length of the line';

const ARROWS = 'M2.5 -4L6.5 0L2.5 4M7 -4L11 0L7 4';
