import type { ComponentChildren } from 'preact';
import { goesOn } from '../../analysis/goes-on.ts';
import { callbackName, labelOf } from '../../analysis/labels.ts';
import type { LoopState, Queued, Timer } from '../../analysis/loop-state.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import type { AgentId, CallbackId, Trace } from '../../trace/schema.ts';
import { AgentName, LineNumber } from './highlight.tsx';
import { Part } from './part.tsx';

export interface InspectorLoopProps {
  readonly trace: Trace;
  readonly state: LoopState;
  readonly over: boolean;
}

/** More entries of a queue than these are counted. */
const MOST = 6;

/**
 * The way that everything takes through a loop, from left to right: a timer becomes ready, enters the
 * queue at its end, leaves it at its front, and runs.
 */
export function InspectorLoop({ trace, state, over }: InspectorLoopProps) {
  return (
    <div class="rv-loop">
      <Part title="Timers">
        <Station
          entries={state.timers}
          none="none"
          draw={(timer) => <Chip key={keyOf(timer)} trace={trace} entry={timer} at={timer.dueNs} />}
        />
      </Part>
      <span class="rv-flow" aria-hidden="true">
        →
      </span>
      <Part title="Ready queue">
        {/* Its front is at the right, where the way goes on. */}
        <Station
          entries={state.readyQueue}
          none={dueText(state)}
          draw={(entry) => <Chip key={keyOf(entry)} trace={trace} entry={entry} />}
        />
      </Part>
      <span class="rv-flow" aria-hidden="true">
        →
      </span>
      <Part title="Now">
        <Now trace={trace} state={state} over={over} />
      </Part>
    </div>
  );
}

/** A timer that is due waits for the loop to look: the queue is empty, and yet somebody is ready. */
function dueText({ readyQueue, timers, atNs }: LoopState): string {
  const due = timers.filter(({ dueNs }) => dueNs <= atNs).length;
  if (readyQueue.length > 0 || due === 0) return 'empty';
  return due === 1 ? 'empty, but a timer is due' : `empty, but ${due} timers are due`;
}

type Entry = Pick<Queued, 'task' | 'callback'>;

function keyOf({ task, callback }: Entry): string {
  return task === null ? `callback ${callback}` : `agent ${task}`;
}

interface StationProps<T> {
  readonly entries: readonly T[];
  readonly none: string;
  readonly draw: (entry: T) => ComponentChildren;
}

function Station<T>({ entries, none, draw }: StationProps<T>) {
  if (entries.length === 0) return <p class="rv-none">{none}</p>;
  return (
    <ol class="rv-station">
      {entries.slice(0, MOST).map(draw)}
      {entries.length > MOST && <li class="rv-none">and {entries.length - MOST} more</li>}
    </ol>
  );
}

interface ChipProps {
  readonly trace: Trace;
  readonly entry: Entry | Timer;
  /** When it is due. */
  readonly at?: number;
}

function Chip({ trace, entry, at }: ChipProps) {
  const { task, callback } = entry;
  return (
    <li class="rv-chip" data-flies={keyOf(entry)}>
      {at !== undefined && <time>{formatSeconds(at)}</time>}
      {task !== null ? (
        <AgentName id={task} label={labelOf(trace, task)} />
      ) : (
        <code>{callbackName(trace, callback ?? 0)}</code>
      )}
    </li>
  );
}

function Now({ trace, state, over }: InspectorLoopProps) {
  const { running, blocked, timers } = state;
  if (blocked) {
    const by = runnerName(trace, blocked.by, blocked.callback);
    return (
      <p class="rv-now" data-state="blocked">
        <Runner agent={blocked.by} callback={blocked.callback} state="blocked" label={by} /> blocks
        the loop{blocked.call === '' ? ', computing' : ' in '}
        {blocked.call !== '' && <code>{blocked.call}</code>}, until{' '}
        <time>{formatSeconds(blocked.untilNs)}</time> <LineNumber line={blocked.line} />
      </p>
    );
  }
  if (running) {
    const label = runnerName(trace, running.agent, running.callback);
    return (
      <p class="rv-now" data-state="running">
        <Runner agent={running.agent} callback={running.callback} state="running" label={label} />{' '}
        runs <LineNumber line={running.line} />
      </p>
    );
  }
  if (over) {
    return (
      <p class="rv-now">{goesOn(trace.outcome) ? 'The program goes on.' : 'The run is over.'}</p>
    );
  }
  if (state.step < 0) return <p class="rv-now">Nothing has run yet.</p>;
  if (state.readyQueue.length > 0)
    return <p class="rv-now">The loop takes the next in the queue.</p>;
  const [next] = timers;
  return (
    <p class="rv-now">
      {next && next.dueNs > state.atNs ? (
        <>
          The loop sleeps until <time>{formatSeconds(next.dueNs)}</time>
        </>
      ) : next ? (
        'The loop looks at its timers.'
      ) : (
        'The loop has nothing to run.'
      )}
    </p>
  );
}

interface RunnerProps {
  readonly agent: AgentId;
  readonly callback: CallbackId | null;
  readonly state: 'running' | 'blocked';
  readonly label: string;
}

function Runner({ agent, callback, state, label }: RunnerProps) {
  const key = keyOf({ task: callback === null ? agent : null, callback });
  return (
    <span class="rv-chip" data-flies={key}>
      <span class="ls-swatch" data-state={state} />
      <AgentName id={agent} label={label} />
    </span>
  );
}

/** A callback runs on behalf of an agent, and goes by its own name. */
function runnerName(trace: Trace, agent: AgentId, callback: CallbackId | null): string {
  return callback === null ? labelOf(trace, agent) : callbackName(trace, callback);
}
