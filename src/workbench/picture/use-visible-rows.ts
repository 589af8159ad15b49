import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ROW_PX } from '../../timeline/layout.ts';

/** Rows from the first up to, and without, the last. */
export interface VisibleRows {
  readonly from: number;
  readonly to: number;
}

/** Drawn beyond both edges, so that a turn of the wheel shows no gap. */
const MARGIN_ROWS = 6;
/** Few enough to be drawn at once. */
const ALL_ROWS = 60;

/** Which rows can be seen in a scroller: of ten thousand, two dozen. */
export function useVisibleRows(scroller: RefObject<HTMLElement>, count: number): VisibleRows {
  const [rows, setRows] = useState<VisibleRows>({ from: 0, to: ALL_ROWS });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      // In steps, so that most turns of the wheel draw nothing anew.
      const first = Math.floor(element.scrollTop / ROW_PX / MARGIN_ROWS) * MARGIN_ROWS;
      const height = Math.ceil(element.clientHeight / ROW_PX);
      const from = Math.max(0, first - MARGIN_ROWS);
      const to = first + height + 2 * MARGIN_ROWS;
      setRows((now) => (now.from === from && now.to === to ? now : { from, to }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [count]);
  return rows;
}
