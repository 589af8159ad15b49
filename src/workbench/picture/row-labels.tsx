import { useContext, useMemo, useState } from 'preact/hooks';
import type { GroupedRow } from '../../timeline/grouped-rows.ts';
import { LaneName } from '../../timeline/lane-name.tsx';
import { ROW_PX, rowLabel } from '../../timeline/layout.ts';
import type { ResourceRow } from '../../timeline/resource-rows.ts';
import type { AgentId } from '../../trace/schema.ts';
import { Highlight } from './highlight.tsx';
import type { VisibleRows } from './use-visible-rows.ts';

export interface RowLabelsProps {
  readonly rows: readonly GroupedRow[];
  /** Below the rows of tasks. */
  readonly resources: readonly ResourceRow[];
  readonly visible: VisibleRows;
  readonly current: AgentId | null;
  readonly onFold: (key: string) => void;
}

/** The names of the rows: one stop for the Tab key, the arrows up and down go through them. */
export function RowLabels({ rows, resources, visible, current, onFold }: RowLabelsProps) {
  const { agents, primitives } = useContext(Highlight);
  const [stop, setStop] = useState(0);
  const ruler = useMemo(() => longest(rows, resources), [rows, resources]);
  const resourcesPx = resources.reduce((sum, { heightPx }) => sum + heightPx, 0);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !(event.target instanceof HTMLElement)) return;
    const item = event.target.closest('li');
    const next = by < 0 ? item?.previousElementSibling : item?.nextElementSibling;
    event.preventDefault();
    next?.querySelector<HTMLElement>('button')?.focus();
  };
  return (
    <ol
      class="ls-timeline-labels rv-labels"
      aria-label="Tasks, and what they wait at"
      style={{ height: `${rows.length * ROW_PX + resourcesPx}px` }}
      onKeyDown={onKeyDown}
    >
      {/* As wide as the longest of all, whichever can be seen. */}
      <li class="rv-label-ruler" aria-hidden="true">
        <span>{ruler}</span>
      </li>
      {rows.slice(visible.from, visible.to).map((row, index) => {
        const at = visible.from + index;
        const position = {
          '--depth': row.kind === 'lane' ? row.lane.depth : row.depth,
          height: `${ROW_PX}px`,
          top: `${at * ROW_PX}px`,
        };
        const focus = { tabIndex: at === stop ? 0 : -1, onFocus: () => setStop(at) };
        const text = textOf(row);
        if (row.kind === 'group') {
          return (
            <li key={row.key} style={position}>
              <button
                type="button"
                class="rv-label"
                aria-expanded={row.unfolded}
                onClick={() => onFold(row.key)}
                {...focus}
              >
                <span>{text}</span>
              </button>
            </li>
          );
        }
        const { task } = row.lane;
        return (
          <li key={task} style={position}>
            <button
              type="button"
              class="rv-label"
              title={text}
              data-agent={task}
              data-highlighted={agents.has(task) || undefined}
              aria-current={task === current || undefined}
              {...focus}
            >
              <LaneName label={text} />
            </button>
          </li>
        );
      })}
      {resources.map(({ primitive, label, detail, topPx, heightPx }, index) => {
        const at = rows.length + index;
        return (
          <li
            key={`resource-${primitive}`}
            class="resource"
            style={{ '--depth': 0, height: `${heightPx}px`, top: `${topPx}px` }}
          >
            <button
              type="button"
              class="rv-label"
              title={detail ? `${label}, ${detail}` : label}
              data-primitive={primitive}
              data-highlighted={primitives.has(primitive) || undefined}
              tabIndex={at === stop ? 0 : -1}
              onFocus={() => setStop(at)}
            >
              <span>{label}</span>
            </button>
            {detail && <small>{detail}</small>}
          </li>
        );
      })}
    </ol>
  );
}

function textOf(row: GroupedRow): string {
  if (row.kind === 'lane') return rowLabel(row.lane);
  return `${row.unfolded ? '▾' : '▸'} ${row.lanes.length} × ${row.coroutine}`;
}

/** A step of the indent is as wide as a character and a half. */
function longest(rows: readonly GroupedRow[], resources: readonly ResourceRow[]): string {
  const length = rows.reduce((longest, row) => {
    const depth = row.kind === 'lane' ? row.lane.depth : row.depth;
    return Math.max(longest, textOf(row).length + Math.min(depth, 4) * 1.6);
  }, 0);
  const widest = resources.reduce((most, { label, detail }) => {
    return Math.max(most, label.length + (detail ? detail.length + 1 : 0));
  }, length);
  return 'n'.repeat(Math.ceil(widest));
}
