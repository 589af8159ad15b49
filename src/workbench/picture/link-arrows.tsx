import { type GroupedRow, rowOf } from '../../timeline/grouped-rows.ts';
import { ROW_PX } from '../../timeline/layout.ts';
import type { Link } from '../../timeline/links.ts';
import { fractionOf, type Window } from '../../timeline/window.ts';

export interface LinkArrowsProps {
  readonly links: readonly Link[];
  readonly rows: readonly GroupedRow[];
  readonly window: Window;
}

const HEAD_PX = 5;
/** So far to the right of its instant that the playhead does not cover it. */
const BESIDE_PX = 6;
/** The arrow begins and ends clear of the marks in the middle of its rows. */
const CLEAR_PX = 12;

/** From who created or woke to who was. A wake-up is broken, a creation is one stroke. */
export function LinkArrows({ links, rows, window }: LinkArrowsProps) {
  return (
    <g class="rv-links">
      {links.map(({ kind, atNs, from, to }, index) => {
        const at = fractionOf(atNs, window);
        const [top, bottom] = [rowOf(rows, from), rowOf(rows, to)];
        if (at < 0 || at > 1 || top < 0 || bottom < 0 || top === bottom) return null;
        const down = bottom > top ? 1 : -1;
        const fromPx = (top + 0.5) * ROW_PX + down * CLEAR_PX;
        const toPx = (bottom + 0.5) * ROW_PX - down * CLEAR_PX;
        return (
          <svg key={index} class={kind} x={`${at * 100}%`} overflow="visible" aria-hidden="true">
            <line x1={BESIDE_PX} x2={BESIDE_PX} y1={fromPx} y2={toPx - down} />
            <path
              d={`M${BESIDE_PX - 4} ${toPx - down * HEAD_PX}l4 ${down * HEAD_PX}l4 ${-down * HEAD_PX}`}
            />
          </svg>
        );
      })}
    </g>
  );
}
