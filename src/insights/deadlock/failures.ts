/** What had failed, or ended, before a program came to stand still. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { AgentId, EventOf, Location, PrimitiveId } from '../../trace/schema.ts';
import { eventsOf, eventsOfTask } from '../events-of.ts';
import { isSameLocation } from '../fact.ts';
import { isJoin, isPut } from '../waiting-calls.ts';
import type { Standing } from './needs.ts';

/** Somebody who failed, or who ended and had kept a queue going that is waited at. */
export interface Failure {
  readonly how: 'raised' | 'returned' | 'cancelled';
  /** The task or thread that failed; null for a callback. */
  readonly agent: AgentId | null;
  /** The callback's function, where no task or thread failed. */
  readonly function: string | null;
  readonly error: string;
  readonly atNs: number;
  readonly location: Location | null;
  /** The queue it had put into, or taken from, that somebody waits at. */
  readonly fed: { readonly primitive: PrimitiveId; readonly how: 'put' | 'took' } | null;
  /** The thread whose event loop ended with it. */
  readonly endedLoopOf: AgentId | null;
  /** When the callback would have been called, where it was cancelled before. */
  readonly dueNs: number | null;
  readonly eventIndex: number;
}

/** Failures that were only passed on are told where they came from. */
export function failuresOf(analysis: Analysis, involved: readonly Standing[]): Failure[] {
  const { agents, handlerCalls } = analysis;
  const wanted = wantedOf(involved);
  const found: Failure[] = [];
  for (const { id, kind, finish, hidden, thread } of agents.values()) {
    if (hidden || !finish || finish.origin !== null) continue;
    const { how, detail: error, atNs, location, eventIndex } = finish;
    const fed = fedBy(analysis, id, wanted);
    if (fed === null && (how !== 'raised' || wasHandled(analysis, id))) continue;
    // An error that no loop survives ends the thread that runs it.
    const ended = kind === 'task' ? agents.get(thread) : undefined;
    const hasEndedLoop =
      how === 'raised' && ended?.finish?.how === 'raised' && ended.finish.detail === error;
    found.push({
      ...{ how, agent: id, function: null, error, atNs, location, eventIndex, fed },
      endedLoopOf: hasEndedLoop ? thread : null,
      dueNs: null,
    });
  }
  for (const { eventIndex, event } of handlerCalls) {
    if (event.task !== null || event.function === null) continue;
    const { function: name, error, atNs, location } = event;
    if (isOfTask(analysis, event)) continue;
    found.push({
      ...{ how: 'raised', agent: null, function: name, error: error ?? '' },
      ...{ atNs, location, eventIndex },
      ...{ fed: null, endedLoopOf: null, dueNs: null },
    });
  }
  found.push(...cancelledTimers(analysis));
  const threads = new Set(found.map(({ endedLoopOf }) => endedLoopOf));
  return found
    .filter(({ agent }) => agent === null || !threads.has(agent))
    .sort((a, b) => Number(b.fed !== null) - Number(a.fed !== null) || b.eventIndex - a.eventIndex);
}

/** Whether what asyncio reported of a function is the end of a task, which has been told. */
function isOfTask(
  { agents }: Analysis,
  { atNs, error, location }: EventOf<'exception-handler-called'>,
): boolean {
  return [...agents.values()].some(
    ({ finish }) =>
      finish?.how === 'raised' &&
      finish.atNs === atNs &&
      finish.detail === error &&
      isSameLocation(finish.location, location),
  );
}

/** Timers that the program cancelled and did not set again. Those of a primitive's are told with it. */
function cancelledTimers(analysis: Analysis): Failure[] {
  const callbacks = [...analysis.callbacks.values()];
  return eventsOf(analysis, 'callback-cancelled').flatMap(({ index: eventIndex, event }) => {
    const callback = analysis.callbacks.get(event.callback);
    if (!callback || callback.dueNs === null || callback.target !== null) return [];
    const { id, name, dueNs } = callback;
    if (callbacks.some((other) => other.id > id && other.name === name)) return [];
    const { atNs, location } = event;
    return {
      ...{ how: 'cancelled', agent: null, function: name, error: '', atNs, location, eventIndex },
      ...{ fed: null, endedLoopOf: null, dueNs },
    };
  });
}

/** Whether somebody awaited a task that failed, and went on after that. */
function wasHandled(analysis: Analysis, failed: AgentId): boolean {
  const finish = analysis.agents.get(failed)?.finish;
  return eventsOf(analysis, 'step-ended').some(({ index, event }) => {
    if (event.waitsOn?.task !== failed || index > (finish?.eventIndex ?? 0)) return false;
    return eventsOfTask(analysis, 'step-ended', event.task).some(
      (later) => later.event.waitsOn !== null && later.index > (finish?.eventIndex ?? 0),
    );
  });
}

type Feeding = NonNullable<Failure['fed']>['how'];

/** At which queues somebody waits, and what others would have to do there. */
function wantedOf(involved: readonly Standing[]): ReadonlyMap<PrimitiveId, Feeding> {
  const wanted = new Map<PrimitiveId, Feeding>();
  for (const { wait } of involved) {
    const call = wait?.call ?? '';
    if (wait?.primitive == null) continue;
    // Who waits for an item may have nothing more to do: then it is no matter who had put some in.
    if (isJoin(call) || isPut(call)) wanted.set(wait.primitive, 'took');
    else if (!wanted.has(wait.primitive)) wanted.set(wait.primitive, 'put');
  }
  return wanted;
}

/** Whether an agent had kept one of these queues going, by what it first did to it. */
function fedBy(
  { primitives }: Analysis,
  agent: AgentId,
  wanted: ReadonlyMap<PrimitiveId, Feeding>,
): Failure['fed'] {
  for (const [primitive, how] of wanted) {
    let before = 0;
    for (const { by, state } of primitives.get(primitive)?.changes ?? []) {
      if (state.kind !== 'queue') break;
      const change = state.size - before;
      before = state.size;
      if (by !== agent || change === 0) continue;
      if (change > 0 === (how === 'put')) return { primitive, how };
      break;
    }
  }
  return null;
}
