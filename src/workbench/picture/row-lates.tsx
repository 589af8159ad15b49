import { useMemo } from 'preact/hooks';
import { type GroupedRow, rowOf } from '../../timeline/grouped-rows.ts';
import { lateMarks, placeLates } from '../../timeline/late-marks.ts';
import { LATE_KEY, LateSign, LateSigns } from '../../timeline/late-signs.tsx';
import { ROW_PX } from '../../timeline/layout.ts';
import type { Scale } from '../../timeline/scale.ts';
import type { Window } from '../../timeline/window.ts';
import type { Trace } from '../../trace/schema.ts';

export interface RowLatesProps {
  /** By the clock. */
  readonly trace: Trace;
  readonly scale: Scale;
  readonly rows: readonly GroupedRow[];
  readonly window: Window;
  readonly rowsPx: number;
}

/** What was put off, in the rows of whom it was. */
export function RowLates({ trace, scale, rows, window, rowsPx }: RowLatesProps) {
  const marks = useMemo(() => lateMarks(trace, scale), [trace, scale]);
  return useMemo(
    () => (
      <LateSigns
        lates={placeLates(marks, window)}
        middleOf={({ agent }) => {
          const row = agent === null ? -1 : rowOf(rows, agent);
          return row < 0 ? null : (row + 0.5) * ROW_PX;
        }}
        footPx={rowsPx}
      />
    ),
    [marks, rows, window, rowsPx],
  );
}

/** What the sign means, where there is one. */
export function LateKey({ traces }: { readonly traces: readonly Trace[] }) {
  if (traces.every((trace) => lateMarks(trace, 'clock').length === 0)) return null;
  return (
    <p class="rv-late-key">
      <LateSign /> {LATE_KEY}
    </p>
  );
}
