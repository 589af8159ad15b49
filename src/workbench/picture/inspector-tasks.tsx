import { analysisOf } from '../../analysis/analysis.ts';
import { labelOf } from '../../analysis/labels.ts';
import type { LoopState, TaskState, ThreadState } from '../../analysis/loop-state.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { reasonText } from '../../timeline/wait-words.ts';
import { finishedText } from '../../timeline/words.ts';
import type { Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { AgentName, LineNumber } from './lit.tsx';
import { Part } from './part.tsx';
import { StandingsColumns } from './standings-columns.tsx';

/** So many tasks keep their rows all through; of more, the unfinished come first. */
const MOST_ROWS = 12;

type Standing = TaskState | ThreadState;

/** What each task and thread does, and what it waits for. */
export function InspectorTasks({ trace, state }: { trace: Trace; state: LoopState }) {
  return (
    <>
      <Standings title="Tasks" standings={state.tasks} trace={trace} state={state} />
      {state.threads.length > 0 && (
        <Standings
          title={hasProcesses(trace, state) ? 'Threads and processes' : 'Threads'}
          standings={state.threads}
          trace={trace}
          state={state}
        />
      )}
    </>
  );
}

function hasProcesses(trace: Trace, { threads }: LoopState): boolean {
  const { agents } = analysisOf(trace);
  return threads.some(({ thread }) => agents.get(thread)?.kind === 'process');
}

interface StandingsProps {
  readonly title: string;
  readonly standings: readonly Standing[];
  readonly trace: Trace;
  readonly state: LoopState;
}

function Standings({ title, standings, trace, state }: StandingsProps) {
  const shown = shownOf(standings);
  const left = standings.length - shown.length;
  return (
    <Part title={title}>
      {shown.length === 0 && <p class="rv-none">none yet</p>}
      <table class="rv-standings">
        <StandingsColumns />
        <thead class="sr-only">
          <tr>
            <th scope="col">name</th>
            <th scope="col">state</th>
            <th scope="col">line</th>
            <th scope="col">until</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((standing) => {
            const id = 'task' in standing ? standing.task : standing.thread;
            const status = state.blocked?.by === id ? 'blocked' : standing.status;
            const until =
              standing.status === 'waiting' ? (standing.waitsOn?.untilNs ?? null) : null;
            return (
              <tr key={id} data-agent={id} data-state={status}>
                <th scope="row">
                  <span class="ls-swatch" data-state={status} data-how={finishOf(standing)?.how} />
                  <AgentName id={id} label={labelOf(trace, id)} />
                </th>
                <td>
                  <Doing standing={standing} trace={trace} status={status} />
                </td>
                <td>{standing.status !== 'finished' && <LineNumber line={standing.line} />}</td>
                <td>{until !== null && <time>{formatSeconds(until)}</time>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 && <p class="rv-none">and {left} more</p>}
    </Part>
  );
}

interface DoingProps {
  readonly standing: Standing;
  readonly trace: Trace;
  readonly status: string;
}

function Doing({ standing, trace, status }: DoingProps) {
  const { waitsOn } = standing;
  const finish = finishOf(standing);
  if (status === 'finished') return <>{finish ? finishedText(finish) : 'finished'}</>;
  if (status !== 'waiting' || !waitsOn) return <>{status}</>;
  return (
    <>
      waiting <InlineCode text={reasonText(trace, waitsOn)} />
    </>
  );
}

function finishOf(standing: Standing) {
  return 'finish' in standing ? standing.finish : null;
}

/** Both kinds come in the order of their creation. */
function shownOf(standings: readonly Standing[]): readonly Standing[] {
  if (standings.length <= MOST_ROWS) return standings;
  const shown: Standing[] = [];
  for (const wanted of ['running', 'ready', 'waiting', 'finished']) {
    for (const standing of standings) {
      if (shown.length === MOST_ROWS) return shown;
      if (standing.status === wanted) shown.push(standing);
    }
  }
  return shown;
}
