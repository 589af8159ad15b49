/** Who stood where when the run was over, and whose doing each of them waited for. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Agent } from '../../analysis/collect/agents.ts';
import type {
  AgentId,
  CallbackId,
  ChannelId,
  EventOf,
  JobId,
  Location,
  LoopId,
  PrimitiveId,
  TraceEvent,
  Wait,
} from '../../trace/schema.ts';

export interface Standing {
  readonly agent: AgentId;
  readonly wait: Wait | null;
  readonly location: Location | null;
  readonly sinceNs: number;
  /** The event with which it began to stand there. */
  readonly eventIndex: number;
  /** Whether it stands in a blocking call on its loop's thread. */
  readonly holdsLoop: boolean;
  /** The callback that stands there, where no task does. */
  readonly callback: CallbackId | null;
  readonly need: Need;
}

/** What would have to happen before it could go on. */
export type Need =
  /** Somebody lets go of a lock, a place of a semaphore. */
  | {
      readonly kind: 'release';
      readonly primitive: PrimitiveId;
      readonly holders: readonly AgentId[];
    }
  /** Tasks come to their end. */
  | { readonly kind: 'tasks'; readonly tasks: readonly AgentId[] }
  /** A thread or a process ends. */
  | { readonly kind: 'end'; readonly of: AgentId }
  /** Somebody writes. */
  | { readonly kind: 'bytes'; readonly channel: ChannelId; readonly writer: AgentId | null }
  /** Somebody reads. */
  | { readonly kind: 'room'; readonly channel: ChannelId; readonly reader: AgentId | null }
  /** A piece of work is done, or taken up at all: those work on it, or take up all places. */
  | {
      readonly kind: 'job';
      readonly job: JobId;
      readonly isRunning: boolean;
      readonly workers: readonly AgentId[];
    }
  /** The loop is free again. */
  | { readonly kind: 'turn'; readonly holder: AgentId; readonly dueNs: number | null }
  /** Its event loop runs again. */
  | { readonly kind: 'loop' }
  /** Somebody sets, puts, takes, notifies: anybody may. */
  | { readonly kind: 'deed'; readonly primitive: PrimitiveId }
  /** It holds its loop itself, in a call that does not return. */
  | { readonly kind: 'return' }
  | { readonly kind: 'unknown' };

/** Everybody who had not ended, without what is a library's own. */
export function standingsOf(analysis: Analysis): ReadonlyMap<AgentId, Standing> {
  const { agents, ending, stalls } = analysis;
  const loopOf = (id: AgentId) => agents.get(id)?.loop ?? null;
  const stands = standIndexes(analysis.trace.events);
  const holds = stalls.filter(({ isOver, wait }) => !isOver && wait !== null);
  const holders = new Map<LoopId | null, AgentId>(holds.map(({ loop, by }) => [loop, by]));
  return new Map(
    ending
      .filter(({ agent, waitsOn }) => !isIdle(analysis, agent, waitsOn))
      // Its caller is told to wait instead.
      .filter(({ agent }) => !isInternal(agents.get(agent)))
      .map(({ agent, status, waitsOn: wait, sinceNs }) => {
        // What is to run a coroutine that somebody waits for has to come to it first.
        const loop = wait?.coroutine == null ? loopOf(agent) : wait.runsIn;
        const holder = loop === null ? undefined : holders.get(loop);
        const isKept = status === 'ready' || wait?.untilNs != null || wait?.coroutine != null;
        const need: Need = isLoopGone(analysis, loop)
          ? { kind: 'loop' }
          : isKept && holder !== undefined && holder !== agent
            ? { kind: 'turn', holder, dueNs: wait?.untilNs ?? null }
            : needOf(analysis, agent, wait, status === 'blocked');
        const location = wait?.location ?? null;
        const eventIndex = stands.get(agent) ?? -1;
        const holdsLoop = status === 'blocked';
        const callback = holds.find(({ by }) => by === agent)?.callback ?? null;
        return [agent, { agent, wait, location, sinceNs, eventIndex, holdsLoop, callback, need }];
      }),
  );
}

/** What a library does inside of its own functions: `Process._read_stream`. */
function isInternal(agent: Agent | undefined): boolean {
  return agent?.isLibrary === true && /(?:^|\.)_\w+$/.test(agent.coroutine);
}

/** A loop stops where its thread has ended, or does other things. */
function isLoopGone({ loops }: Analysis, loop: LoopId | null): boolean {
  const runs = loop === null ? undefined : loops.get(loop)?.runs;
  return runs?.every(({ toNs }) => toNs !== null) ?? false;
}

/** For each, the last event of those that say where somebody stands. */
function standIndexes(events: readonly TraceEvent[]): ReadonlyMap<AgentId, number> {
  const last = new Map<AgentId, number>();
  for (const [index, event] of events.entries()) {
    const agent = standingIn(event);
    if (agent !== null) last.set(agent, index);
  }
  return last;
}

/** Of whom an event says where they stand; null of nobody. */
function standingIn(event: TraceEvent): AgentId | null {
  switch (event.kind) {
    case 'step-ended':
    case 'task-ready':
    case 'task-created':
      return event.task;
    case 'parked':
      return event.agent;
    case 'blocking-began':
      return event.by;
    case 'thread-started':
      return event.started;
    case 'process-started':
      return event.process;
    default:
      return null;
  }
}

/** A worker of a pool that has nothing to do; the main program while its loop runs. */
function isIdle({ agents, jobs }: Analysis, id: AgentId, wait: Wait | null): boolean {
  const agent = agents.get(id);
  if (agent?.kind === 'program') return wait === null;
  if (agent?.kind !== 'thread' || wait?.location) return false;
  return ![...jobs.values()].some((job) => job.thread === id && job.endedNs === null);
}

function needOf(
  { agents, primitives, jobs, channels }: Analysis,
  agent: AgentId,
  wait: Wait | null,
  holdsLoop: boolean,
): Need {
  if (!wait) return { kind: 'unknown' };
  const isOpen = (id: AgentId) => agents.get(id)?.finish === null;
  if (wait.joins !== null) return { kind: 'end', of: wait.joins };
  if (wait.process !== null) return { kind: 'end', of: wait.process };
  if (wait.task !== null) return { kind: 'tasks', tasks: [wait.task] };
  if (wait.tasks !== null) return { kind: 'tasks', tasks: wait.tasks.filter(isOpen) };
  if (wait.job !== null) {
    const job = jobs.get(wait.job);
    const isRunning = job?.thread != null;
    const workers = [...jobs.values()]
      .filter((each) => each.pool === job?.pool && each.thread !== null && each.endedNs === null)
      .filter((each) => !isRunning || each.id === job?.id)
      .flatMap(({ thread }) => thread ?? []);
    return { kind: 'job', job: wait.job, isRunning, workers };
  }
  if (wait.channel !== null) {
    const seen = channels.get(wait.channel)?.last;
    return isWriting(wait.call ?? '', agent, seen ?? null)
      ? { kind: 'room', channel: wait.channel, reader: seen?.reader ?? null }
      : { kind: 'bytes', channel: wait.channel, writer: seen?.writer ?? null };
  }
  if (wait.primitive !== null) {
    const state = primitives.get(wait.primitive)?.changes.at(-1)?.state;
    const isNotified = /^Condition\.wait/.test(wait.call ?? '');
    const holders =
      state?.kind === 'semaphore'
        ? state.holders
        : (state?.kind === 'lock' ||
              state?.kind === 'threading' ||
              (state?.kind === 'condition' && !isNotified)) &&
            state.holder !== null
          ? [state.holder]
          : null;
    if (holders) return { kind: 'release', primitive: wait.primitive, holders };
    if (!holdsLoop) return { kind: 'deed', primitive: wait.primitive };
  }
  return holdsLoop ? { kind: 'return' } : { kind: 'unknown' };
}

/** By its call; without one, by which end it uses: it may have used both before. */
function isWriting(call: string, agent: AgentId, seen: EventOf<'channel-seen'> | null): boolean {
  if (READS.test(call)) return false;
  return WRITES.test(call) || (seen?.writer === agent && seen.reader !== agent);
}

const READS = /read|recv|accept|communicate|input/i;
const WRITES = /drain|write|send|print|flush/i;

/** Who would have to act; empty where anybody could, or nobody is known. */
export function awaitedBy({ need }: Standing): readonly AgentId[] {
  switch (need.kind) {
    case 'release':
      return need.holders;
    case 'tasks':
      return need.tasks;
    case 'end':
      return [need.of];
    case 'bytes':
      return need.writer === null ? [] : [need.writer];
    case 'room':
      return need.reader === null ? [] : [need.reader];
    case 'job':
      return need.workers;
    case 'turn':
      return [need.holder];
    case 'deed':
    case 'loop':
    case 'return':
    case 'unknown':
      return [];
  }
}
