import type { ComponentChildren } from 'preact';
import { goesOn } from '../../analysis/goes-on.ts';
import { callbackName, labelOf } from '../../analysis/labels.ts';
import type { LoopState, Queued } from '../../analysis/loop-state.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import type { AgentId, CallbackId, Trace } from '../../trace/schema.ts';
import { AgentName, LineNumber } from './highlight.tsx';
import { InspectorPrimitives } from './inspector-primitives.tsx';
import { InspectorTasks } from './inspector-tasks.tsx';
import { Part } from './part.tsx';
import './inspector.css';

export interface InspectorProps {
  readonly trace: Trace;
  readonly state: LoopState;
  readonly over: boolean;
}

/** More entries of a queue than these are counted. */
const MOST = 8;

/** The event loop and everything that waits in it, at one moment. */
export function Inspector({ trace, state, over }: InspectorProps) {
  return (
    <div class="rv-inspector">
      <Part title="Now">
        <Now trace={trace} state={state} over={over} />
      </Part>
      <Part title="Ready queue">
        <Entries
          entries={state.readyQueue}
          none="empty"
          draw={(entry) => <EntryName trace={trace} entry={entry} />}
        />
      </Part>
      <Part title="Timers">
        <Entries
          entries={state.timers}
          none="none"
          draw={(timer) => (
            <>
              <time>{formatSeconds(timer.dueNs)}</time> <EntryName trace={trace} entry={timer} />
            </>
          )}
        />
      </Part>
      <InspectorTasks trace={trace} state={state} />
      <InspectorPrimitives trace={trace} state={state} />
    </div>
  );
}

function Now({ trace, state, over }: InspectorProps) {
  const { running, blocked, timers } = state;
  if (blocked) {
    const by = runnerName(trace, blocked.by, blocked.callback);
    return (
      <p class="rv-now" data-state="blocked">
        <span class="ls-swatch" data-state="blocked" /> <AgentName id={blocked.by} label={by} />{' '}
        blocks the loop{blocked.call === '' ? ', computing' : ' in '}
        {blocked.call !== '' && <code>{blocked.call}</code>}, until{' '}
        <time>{formatSeconds(blocked.untilNs)}</time> <LineNumber line={blocked.line} />
      </p>
    );
  }
  if (running) {
    const label = runnerName(trace, running.agent, running.callback);
    return (
      <p class="rv-now" data-state="running">
        <span class="ls-swatch" data-state="running" />{' '}
        <AgentName id={running.agent} label={label} /> runs <LineNumber line={running.line} />
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
      {next ? (
        <>
          The loop sleeps until <time>{formatSeconds(next.dueNs)}</time>
        </>
      ) : (
        'The loop has nothing to run.'
      )}
    </p>
  );
}

/** A callback runs on behalf of an agent, and goes by its own name. */
function runnerName(trace: Trace, agent: AgentId, callback: CallbackId | null): string {
  return callback === null ? labelOf(trace, agent) : callbackName(trace, callback);
}

interface EntriesProps<T> {
  readonly entries: readonly T[];
  readonly none: string;
  readonly draw: (entry: T) => ComponentChildren;
}

function Entries<T>({ entries, none, draw }: EntriesProps<T>) {
  if (entries.length === 0) return <p class="rv-none">{none}</p>;
  return (
    <ol class="rv-entries">
      {entries.slice(0, MOST).map((entry, index) => (
        <li key={index}>{draw(entry)}</li>
      ))}
      {entries.length > MOST && <li class="rv-none">and {entries.length - MOST} more</li>}
    </ol>
  );
}

type Entry = Pick<Queued, 'task' | 'callback'>;

function EntryName({ trace, entry }: { trace: Trace; entry: Entry }) {
  if (entry.task !== null) return <AgentName id={entry.task} label={labelOf(trace, entry.task)} />;
  return <code>{callbackName(trace, entry.callback ?? 0)}</code>;
}
