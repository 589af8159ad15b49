import { analysisOf } from '../../analysis/analysis.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { lateMarks } from '../../timeline/late-marks.ts';
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
  const count = lanes.reduce((sum, each) => sum + each.segments.length + (each.finish ? 1 : 0), 0);
  const rows = lanes.slice(0, MOST_ROWS).flatMap((lane) => [
    ...lane.segments.slice(0, MOST_ROWS).map((segment) => ({
      lane,
      fromNs: segment.fromNs,
      toNs: segment.toNs,
      text: stateText(segment, labels),
    })),
    ...(lane.finish
      ? [{ lane, ...spanAt(lane.finish.atNs), text: finishedText(lane.finish) }]
      : []),
  ]);
  const late = lateMarks(trace, 'clock');
  const shown = rows.slice(0, MOST_ROWS);
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
          {shown.map(({ lane, fromNs, toNs, text }, index) => (
            <tr key={index} data-agent={lane.task}>
              <th scope="row">{labels.get(lane.task)}</th>
              <td>{formatSeconds(fromNs)}</td>
              <td>{formatSeconds(toNs)}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {late.length > 0 && (
        <table>
          <caption>What was put off</caption>
          <thead>
            <tr>
              <th scope="col">task</th>
              <th scope="col">due</th>
              <th scope="col">put off to</th>
              <th scope="col">what it was</th>
            </tr>
          </thead>
          <tbody>
            {late.slice(0, MOST_ROWS).map(({ agent, dueNs, putOffToNs, title }, index) => (
              <tr key={index} data-agent={agent ?? undefined}>
                <th scope="row">{agent === null ? '—' : (labels.get(agent) ?? '—')}</th>
                <td>{formatSeconds(dueNs)}</td>
                <td>{formatSeconds(putOffToNs)}</td>
                <td>{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {count > shown.length && <p>… and {count - shown.length} more rows.</p>}
    </div>
  );
}

function spanAt(atNs: number) {
  return { fromNs: atNs, toNs: atNs };
}
