import type { Lane } from '../../analysis/lanes.ts';
import { groupProfile } from '../../timeline/group-profile.ts';
import type { GroupedRow } from '../../timeline/grouped-rows.ts';
import { ROW_PX } from '../../timeline/layout.ts';
import { shapesOf } from '../../timeline/shapes.ts';
import { shareShapes, thinLane } from '../../timeline/thin-lane.ts';
import { Patterns, ShapeMark } from '../../timeline/timeline-picture.tsx';
import type { Window } from '../../timeline/window.ts';
import type { AgentId, Trace } from '../../trace/schema.ts';
import type { VisibleRows } from './use-visible-rows.ts';

export interface TimelineRowsProps {
  readonly rows: readonly GroupedRow[];
  readonly visible: VisibleRows;
  readonly window: Window;
  readonly trace: Trace;
  readonly labels: ReadonlyMap<AgentId, string>;
  readonly highlighted: ReadonlySet<AgentId>;
  /** The id that the patterns' ids begin with. */
  readonly patterns: string;
}

const PROFILE_PARTS = 200;

/** The rows that can be seen, each in its place. */
export function TimelineRows(props: TimelineRowsProps) {
  const { rows, visible, window, trace, labels, highlighted, patterns } = props;
  return (
    <>
      <Patterns id={patterns} />
      {rows.slice(visible.from, visible.to).map((row, index) => {
        const topPx = (visible.from + index) * ROW_PX;
        if (row.kind === 'group') {
          return <GroupProfile key={row.key} lanes={row.lanes} window={window} topPx={topPx} />;
        }
        const { lane } = row;
        const thin = thinLane(lane, window);
        const shapes = [...shapesOf(thin, { window, trace, labels }), ...shareShapes(thin, window)];
        return (
          <g key={lane.task} data-agent={lane.task}>
            <rect
              class={highlighted.has(lane.task) ? 'rv-row rv-row-highlighted' : 'rv-row'}
              x="0"
              y={topPx}
              width="100%"
              height={ROW_PX}
            />
            {shapes.map((shape, at) => (
              <ShapeMark
                key={at}
                shape={{ ...shape, title: '' }}
                y={topPx + ROW_PX / 2}
                patterns={patterns}
              />
            ))}
          </g>
        );
      })}
    </>
  );
}

interface GroupProfileProps {
  readonly lanes: readonly Lane[];
  readonly window: Window;
  readonly topPx: number;
}

/** How many of a group were under way, as a hill. */
export function GroupProfile({ lanes, window, topPx }: GroupProfileProps) {
  const heights = groupProfile(lanes, window, PROFILE_PARTS);
  const points = heights.flatMap((height, part) => {
    const y = (1 - height).toFixed(3);
    return [`${part},${y}`, `${part + 1},${y}`];
  });
  return (
    <svg
      class="rv-profile"
      aria-hidden="true"
      x="0"
      y={topPx + 5}
      width="100%"
      height={ROW_PX - 10}
      viewBox={`0 0 ${PROFILE_PARTS} 1`}
      preserveAspectRatio="none"
    >
      <polygon points={`0,1 ${points.join(' ')} ${PROFILE_PARTS},1`} />
    </svg>
  );
}
