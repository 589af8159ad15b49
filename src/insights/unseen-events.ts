/** Events that were set and cleared again before anybody else ran, when nobody waited at them. */
import type { Analysis } from '../analysis/analysis.ts';
import type { PrimitiveHistory } from '../analysis/collect/primitives.ts';
import type { AgentId, Location, PrimitiveId } from '../trace/schema.ts';
import { eventsOf, eventsOfTask } from './events-of.ts';
import { type Fact, fact } from './fact.ts';

export interface EventUnseen extends Fact {
  readonly kind: 'event-unseen';
  readonly primitive: PrimitiveId;
  readonly by: AgentId;
  /** Where it was cleared. */
  readonly location: Location | null;
}

/** Of each event the last time, if it stayed as it was after that: else somebody may yet have seen it. */
export function unseenEvents(analysis: Analysis): EventUnseen[] {
  return [...analysis.primitives.values()].flatMap((primitive): EventUnseen[] => {
    const [set, cleared] = primitive.changes.slice(-2);
    if (!set || !cleared || !isSet(set) || isSet(cleared) || cleared.by !== set.by) return [];
    if (hasTurned(analysis, set.eventIndex, cleared.eventIndex)) return [];
    if (isWaitedAt(analysis, primitive.id, set.eventIndex)) return [];
    const { by } = set;
    const location = lineBefore(analysis, cleared.eventIndex, by);
    return [
      {
        kind: 'event-unseen',
        ...fact({
          events: [set.eventIndex, cleared.eventIndex],
          fromNs: set.atNs,
          agents: [by],
          locations: [location],
          primitives: [primitive.id],
        }),
        ...{ primitive: primitive.id, by, location },
      },
    ];
  });
}

function isSet({ state }: PrimitiveHistory['changes'][number]): boolean {
  return state.kind === 'event' && state.isSet;
}

/** Whether anything but one slice of one task, or callback, ran between two events. */
function hasTurned({ trace }: Analysis, from: number, to: number): boolean {
  return trace.events
    .slice(from, to)
    .some(({ kind }) => /^(step|callback)-(began|ended)|^resumed$|^preempted$|^parked$/.test(kind));
}

function isWaitedAt(analysis: Analysis, primitive: PrimitiveId, index: number): boolean {
  return eventsOf(analysis, 'step-ended').some(
    ({ index: since, event: { waitsOn, task } }) =>
      since < index &&
      waitsOn?.primitive === primitive &&
      !eventsOfTask(analysis, 'task-ready', task).some(
        (ready) => ready.index > since && ready.index < index,
      ),
  );
}

function lineBefore(analysis: Analysis, index: number, agent: AgentId): Location | null {
  const line = eventsOf(analysis, 'line').findLast(
    (each) => each.index < index && each.event.by === agent,
  );
  return line?.event.location ?? null;
}
