import { analysisOf } from '../../analysis/analysis.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { rowLabel } from '../../timeline/layout.ts';
import { finishedText, stateText } from '../../timeline/words.ts';
import type { Trace } from '../../trace/schema.ts';
import { TotalsTable } from './totals-table.tsx';
import './run-table.css';

/** A table longer than this is of no help to anybody. */
const MOST_ROWS = 500;

/** The timeline for those who would rather read it. */
export function RunTable({ trace }: { readonly trace: Trace }) {
  const { lanes } = analysisOf(trace);
  const labels = new Map(lanes.map((lane) => [lane.task, rowLabel(lane)]));
  const rows = lanes.flatMap((lane) => [
    ...lane.segments.map((segment) => ({
      lane,
      fromNs: segment.fromNs,
      toNs: segment.toNs,
      text: stateText(segment, labels),
    })),
    ...(lane.finish
      ? [{ lane, ...spanAt(lane.finish.atNs), text: finishedText(lane.finish) }]
      : []),
  ]);
  return (
    <div class="rv-table">
      <TotalsTable trace={trace} />
      <table>
        <caption>What each task did, and when</caption>
        <thead>
          <tr>
            <th scope="col">task</th>
            <th scope="col">from</th>
            <th scope="col">to</th>
            <th scope="col">what it did</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ lane, fromNs, toNs, text }, index) => (
            <tr key={index} data-agent={lane.task}>
              <th scope="row">{labels.get(lane.task)}</th>
              <td>{formatSeconds(fromNs)}</td>
              <td>{formatSeconds(toNs)}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p>… and {rows.length - MOST_ROWS} more rows.</p>}
    </div>
  );
}

function spanAt(atNs: number) {
  return { fromNs: atNs, toNs: atNs };
}
