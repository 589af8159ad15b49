import { labelOf } from '../../analysis/agents.ts';
import type { LoopState, TaskState, ThreadState } from '../../analysis/loop-state.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { reasonText } from '../../timeline/wait-words.ts';
import { finishedText } from '../../timeline/words.ts';
import type { Recording } from '../../trace/recording.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { AgentName, LineNumber } from './lit.tsx';
import { Part } from './part.tsx';
import { StandingsColumns } from './standings-columns.tsx';

/** So many tasks keep their rows all through; of more, the unfinished come first. */
const MOST_ROWS = 12;

type Standing = TaskState | ThreadState;

/** What each task and thread does, and what it waits for. */
export function InspectorTasks({ recording, state }: { recording: Recording; state: LoopState }) {
  return (
    <>
      <Standings title="Tasks" standings={state.tasks} recording={recording} state={state} />
      {state.threads.length > 0 && (
        <Standings title="Threads" standings={state.threads} recording={recording} state={state} />
      )}
    </>
  );
}

interface StandingsProps {
  readonly title: string;
  readonly standings: readonly Standing[];
  readonly recording: Recording;
  readonly state: LoopState;
}

function Standings({ title, standings, recording, state }: StandingsProps) {
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
                  <AgentName id={id} label={labelOf(recording, id)} />
                </th>
                <td>
                  <Doing standing={standing} recording={recording} status={status} />
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
  readonly recording: Recording;
  readonly status: string;
}

function Doing({ standing, recording, status }: DoingProps) {
  const { waitsOn } = standing;
  const finish = finishOf(standing);
  if (status === 'finished') return <>{finish ? finishedText(finish) : 'finished'}</>;
  if (status !== 'waiting' || !waitsOn) return <>{status}</>;
  return (
    <>
      waiting <InlineCode text={reasonText(recording, waitsOn)} />
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
