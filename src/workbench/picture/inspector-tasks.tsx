import { analysisOf } from '../../analysis/analysis.ts';
import { labelOf } from '../../analysis/labels.ts';
import type { LoopState, TaskState, ThreadState } from '../../analysis/loop-state.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { reasonText } from '../../timeline/wait-words.ts';
import { finishedText } from '../../timeline/words.ts';
import type { Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { AgentColumns } from './agent-columns.tsx';
import { AgentName, LineNumber } from './highlight.tsx';
import { Part } from './part.tsx';

/** So many tasks keep their rows all through; of more, the unfinished come first. */
const MOST_ROWS = 12;

type AgentState = TaskState | ThreadState;

/** What each task and thread does, and what it waits for. */
export function InspectorTasks({ trace, state }: { trace: Trace; state: LoopState }) {
  return (
    <>
      <States title="Tasks" states={state.tasks} trace={trace} state={state} />
      {state.threads.length > 0 && (
        <States
          title={hasProcesses(trace, state) ? 'Threads and processes' : 'Threads'}
          states={state.threads}
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

interface StatesProps {
  readonly title: string;
  readonly states: readonly AgentState[];
  readonly trace: Trace;
  readonly state: LoopState;
}

function States({ title, states, trace, state }: StatesProps) {
  const shown = shownOf(states);
  const left = states.length - shown.length;
  return (
    <Part title={title}>
      {shown.length === 0 && <p class="rv-none">none yet</p>}
      <table class="rv-states">
        <AgentColumns />
        <thead class="sr-only">
          <tr>
            <th scope="col">name</th>
            <th scope="col">state</th>
            <th scope="col">line</th>
            <th scope="col">until</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((agent) => {
            const id = 'task' in agent ? agent.task : agent.thread;
            const status = state.blocked?.by === id ? 'blocked' : agent.status;
            const until = agent.status === 'waiting' ? (agent.waitsOn?.untilNs ?? null) : null;
            return (
              <tr key={id} data-agent={id} data-state={status}>
                <th scope="row">
                  <span class="ls-swatch" data-state={status} data-how={finishOf(agent)?.how} />
                  <AgentName id={id} label={labelOf(trace, id)} />
                </th>
                <td>
                  <Doing agent={agent} trace={trace} status={status} />
                </td>
                <td>{agent.status !== 'finished' && <LineNumber line={agent.line} />}</td>
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
  readonly agent: AgentState;
  readonly trace: Trace;
  readonly status: string;
}

function Doing({ agent, trace, status }: DoingProps) {
  const { waitsOn } = agent;
  const finish = finishOf(agent);
  if (status === 'finished') return <>{finish ? finishedText(finish) : 'finished'}</>;
  if (status !== 'waiting' || !waitsOn) return <>{status}</>;
  return (
    <>
      waiting <InlineCode text={reasonText(trace, waitsOn)} />
    </>
  );
}

function finishOf(agent: AgentState) {
  return 'finish' in agent ? agent.finish : null;
}

/** Both kinds come in the order of their creation. */
function shownOf(states: readonly AgentState[]): readonly AgentState[] {
  if (states.length <= MOST_ROWS) return states;
  const shown: AgentState[] = [];
  for (const wanted of ['running', 'ready', 'waiting', 'finished']) {
    for (const agent of states) {
      if (shown.length === MOST_ROWS) return shown;
      if (agent.status === wanted) shown.push(agent);
    }
  }
  return shown;
}
