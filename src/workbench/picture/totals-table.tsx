import { analysisOf } from '../../analysis/analysis.ts';
import type { TimeSpent, Totals } from '../../analysis/totals.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { rowLabel } from '../../timeline/layout.ts';
import type { Trace } from '../../trace/schema.ts';

/** More tasks than these are only summed up. */
const MOST_ROWS = 100;

/** What the run adds up to: how much there was of each thing, and where the time of each task went. */
export function TotalsTable({ trace }: { readonly trace: Trace }) {
  const { lanes, totals } = analysisOf(trace);
  return (
    <>
      <ul class="rv-counts" aria-label="The run in numbers">
        {countsOf(totals).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <table>
        <caption>Where the time went</caption>
        <thead>
          <tr>
            <th scope="col">task</th>
            <th scope="col">running</th>
            <th scope="col">waiting</th>
            <th scope="col">ready</th>
            <th scope="col">blocked</th>
          </tr>
        </thead>
        <tbody>
          {totals.lanes.slice(0, MOST_ROWS).map((lane, index) => (
            <tr key={lane.task} data-agent={lane.task}>
              <th scope="row">{lanes[index] && rowLabel(lanes[index])}</th>
              <SpentCells spent={lane} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {totals.lanes.length > MOST_ROWS ? `all ${totals.lanes.length}` : 'together'}
            </th>
            <SpentCells spent={totals} />
          </tr>
        </tfoot>
      </table>
    </>
  );
}

/** What there was none of goes without saying. */
function countsOf({
  tasks,
  mostTasks,
  slices,
  callbacks,
  threads,
  processes,
  longestStall,
}: Totals): string[] {
  const counted = [
    [tasks, 'task'],
    [slices, 'task step'],
    [callbacks, 'callback'],
    [threads, 'thread'],
    [processes, 'process'],
  ] as const;
  const texts = counted
    .filter(([count]) => count > 0)
    .map(
      ([count, what]) => `${count.toLocaleString('en-GB')} ${count === 1 ? what : plural(what)}`,
    );
  if (mostTasks.count > 1) {
    texts.push(`at most ${mostTasks.count.toLocaleString('en-GB')} tasks at once`);
  }
  if (longestStall) {
    texts.push(`longest block ${formatSeconds(longestStall.toNs - longestStall.fromNs)} s`);
  }
  return texts;
}

function plural(what: string): string {
  return what.endsWith('s') ? `${what}es` : `${what}s`;
}

function SpentCells({ spent }: { readonly spent: TimeSpent }) {
  return [spent.runningNs, spent.waitingNs, spent.readyNs, spent.blockedNs].map((ns, column) => (
    <td key={column} data-none={ns === 0 || undefined}>
      {formatSeconds(ns)}
    </td>
  ));
}
