/** A picture of some of a run's lanes, on a window of one's own: what a reader draws on. */
import type { AgentId, Trace } from '../trace/schema.ts';
import { type AxisMark, axisOf } from './axis.ts';
import { layoutTimeline } from './layout.ts';
import { AXIS_PX } from './measures.ts';
import type { Drawn } from './timeline-picture.tsx';
import type { Window } from './window.ts';

export interface FewLanes {
  readonly picture: Drawn;
  /** The marks where nothing says when the run ended. */
  readonly bareAxis: readonly AxisMark[];
}

/** High enough for a finger. */
const ROW_PX = 44;

/** @param tasks whose lanes, from the top. */
export function fewLanes(trace: Trace, tasks: readonly AgentId[], window: Window): FewLanes {
  const { rows, cancels, lates, axis, end, description } = layoutTimeline(trace, {
    window,
    scale: 'clock',
  });
  const chosen = tasks.flatMap((task) => rows.find(({ lane }) => lane.task === task) ?? []);
  const least = Math.min(...chosen.map(({ depth }) => depth));
  return {
    picture: {
      rows: chosen.map(({ lane, label, depth, shapes }, index) => ({
        lane: { task: lane.task },
        label,
        depth: depth - least,
        middlePx: (index + 0.5) * ROW_PX,
        // What is under the pointer is told beside the picture.
        shapes: shapes.map((shape) => ({ ...shape, title: '' })),
      })),
      description,
      resources: [],
      wants: [],
      cancels,
      lates: lates.filter(({ agent }) => agent !== null && tasks.includes(agent)),
      axis,
      end: end && { ...end, text: `${Number((trace.endedNs / 1e9).toFixed(3))} s` },
      rowPx: ROW_PX,
      heightPx: chosen.length * ROW_PX + AXIS_PX,
    },
    bareAxis: axisOf(window, null),
  };
}
