/** What had failed, or ended, before a program came to stand still. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { AgentId, Location, PrimitiveId } from '../../trace/schema.ts';
import { eventsOf, eventsOfTask } from '../events-of.ts';
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
  readonly eventIndex: number;
}

/** Failures that were only passed on are told where they came from. */
export function failuresOf(analysis: Analysis, involved: readonly Standing[]): Failure[] {
  const { agents, handlerCalls } = analysis;
  const queues = involved.flatMap(({ wait }) => wait?.primitive ?? []);
  const found: Failure[] = [];
  for (const { id, kind, finish, hidden, thread } of agents.values()) {
    if (hidden || !finish || finish.origin !== null) continue;
    const { how, detail: error, atNs, location, eventIndex } = finish;
    const fed = fedBy(analysis, id, queues);
    if (fed === null && (how !== 'raised' || wasHandled(analysis, id))) continue;
    // An error that no loop survives ends the thread that runs it.
    const ended = kind === 'task' ? agents.get(thread) : undefined;
    const hasEndedLoop =
      how === 'raised' && ended?.finish?.how === 'raised' && ended.finish.detail === error;
    found.push({
      ...{ how, agent: id, function: null, error, atNs, location, eventIndex, fed },
      endedLoopOf: hasEndedLoop ? thread : null,
    });
  }
  for (const { eventIndex, event } of handlerCalls) {
    if (event.task !== null || event.function === null) continue;
    const { function: name, error, atNs, location } = event;
    found.push({
      ...{ how: 'raised', agent: null, function: name, error: error ?? '' },
      ...{ atNs, location, eventIndex },
      ...{ fed: null, endedLoopOf: null },
    });
  }
  const threads = new Set(found.map(({ endedLoopOf }) => endedLoopOf));
  return found
    .filter(({ agent }) => agent === null || !threads.has(agent))
    .sort((a, b) => Number(b.fed !== null) - Number(a.fed !== null) || b.eventIndex - a.eventIndex);
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

/** What an agent first did to one of these queues. */
function fedBy(
  { primitives }: Analysis,
  agent: AgentId,
  queues: readonly PrimitiveId[],
): Failure['fed'] {
  for (const primitive of queues) {
    let before = 0;
    for (const { by, state } of primitives.get(primitive)?.changes ?? []) {
      if (state.kind !== 'queue') break;
      const change = state.size - before;
      before = state.size;
      if (by === agent && change !== 0) return { primitive, how: change > 0 ? 'put' : 'took' };
    }
  }
  return null;
}
