import { CANCEL_PX, FINISH_PX, percent } from './measures.ts';

export interface CancelArrow {
  /** A fraction of the width. */
  readonly at: number;
  /** The middles of the rows of who had whom stopped. */
  readonly fromPx: number;
  readonly toPx: number;
  /** Whether it leads to the task's end, and not to where the task was asked. */
  readonly isEnd: boolean;
}

/** What an arrow keeps clear of the sign that it leads to. */
const CLEAR_PX = 7;

/** From whoever had a task stopped, down or up to the sign in its row. */
export function CancelArrows({ arrows }: { readonly arrows: readonly CancelArrow[] }) {
  return (
    <g class="cancel-arrows">
      {arrows.map(({ at, fromPx, toPx, isEnd }, index) => {
        const down = toPx > fromPx ? 1 : -1;
        const signPx = isEnd ? toPx : toPx - CANCEL_PX;
        const headPx = signPx - down * CLEAR_PX;
        const startPx = fromPx + down * CLEAR_PX;
        return (
          <svg key={index} x={percent(at)} overflow="visible" aria-hidden="true">
            <g transform={isEnd ? `translate(${FINISH_PX})` : undefined}>
              <line x1="0" x2="0" y1={startPx} y2={headPx} />
              <path d={`M0 ${headPx}l-3.5 ${-5 * down}h7z`} />
            </g>
          </svg>
        );
      })}
    </g>
  );
}
