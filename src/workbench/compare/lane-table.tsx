import { analysisOf } from '../../analysis/analysis.ts';
import type { Lane } from '../../analysis/lanes.ts';
import { type ComparedRow, laneOf } from '../../timeline/compared-rows.ts';
import { rowLabel } from '../../timeline/layout.ts';
import { laneText } from '../../timeline/words.ts';
import type { Trace } from '../../trace/schema.ts';
import type { Comparison } from './comparison.ts';

export interface LaneTableProps {
  readonly comparison: Comparison;
  readonly rows: readonly ComparedRow[];
}

/** A table longer than this is of no help to anybody. */
const MOST_ROWS = 300;

/** Both pictures for those who would rather read them. */
export function LaneTable({ comparison, rows }: LaneTableProps) {
  const { left, right } = comparison;
  const pairs = rows.flatMap((row) => row.pairs);
  const ours = lanesOf(left.trace);
  const theirs = lanesOf(right.trace);
  const textOf = (lanes: ReadonlyMap<number, Lane>, lane: Lane | null) => {
    const told = lane && lanes.get(lane.task);
    return told ? laneText(told) : 'not in this run';
  };
  return (
    <table class="cv-differences cv-lane-table">
      <caption>What each did in either run</caption>
      <thead>
        <tr>
          <th scope="col">task</th>
          <th scope="col">{left.title}</th>
          <th scope="col">{right.title}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.slice(0, MOST_ROWS).map((pair, index) => {
          const texts = [textOf(ours, pair.left), textOf(theirs, pair.right)];
          return (
            <tr key={index} data-same={texts[0] === texts[1] || undefined}>
              <th scope="row">{rowLabel(laneOf(pair))}</th>
              <td data-side={left.title}>{texts[0]}</td>
              <td data-side={right.title}>{texts[1]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** By the clock, whatever the pictures are drawn on. */
function lanesOf(trace: Trace): ReadonlyMap<number, Lane> {
  return new Map(analysisOf(trace).lanes.map((lane) => [lane.task, lane]));
}
