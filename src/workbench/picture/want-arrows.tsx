import { type GroupedRow, rowOf } from '../../timeline/grouped-rows.ts';
import { ROW_PX } from '../../timeline/layout.ts';
import type { ResourceRow, Want } from '../../timeline/resource-rows.ts';
import { WantArrow } from '../../timeline/timeline-picture.tsx';

export interface WantArrowsProps {
  readonly wants: readonly Want[];
  readonly rows: readonly GroupedRow[];
  readonly resources: readonly ResourceRow[];
  /** Where the playhead stands, as a fraction of the width. */
  readonly at: number;
  /** Whether nobody will ever let go. */
  readonly isStuck: boolean;
}

/** At the playhead, from those who wait for something that others have to what it is. */
export function WantArrows({ wants, rows, resources, at, isStuck }: WantArrowsProps) {
  if (at < 0 || at > 1) return null;
  return (
    <g class="wants" data-passing={!isStuck || undefined}>
      {wants.map(({ agent, primitive }, index) => {
        const row = rowOf(rows, agent);
        const resource = resources.find((each) => each.primitive === primitive);
        if (row < 0 || !resource) return null;
        return (
          <WantArrow
            key={index}
            at={at}
            fromPx={(row + 0.5) * ROW_PX}
            toPx={resource.topPx + resource.heightPx / 2}
            index={index}
          />
        );
      })}
    </g>
  );
}
