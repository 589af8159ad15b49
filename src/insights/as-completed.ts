/** `as_completed` whose time was up: it stops nobody. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, Location } from '../trace/schema.ts';
import { eventsOf, eventsOfTask } from './events-of.ts';
import { type Fact, fact } from './fact.ts';

export interface AsCompletedUp extends Fact {
  readonly kind: 'as-completed-up';
  /** Where it was called. */
  readonly location: Location | null;
  /** Those that were not done by then. */
  readonly others: readonly AgentId[];
}

export function asCompletedUp(analysis: Analysis): AsCompletedUp[] {
  return eventsOf(analysis, 'as-completed-up').flatMap(({ index, event }): AsCompletedUp[] => {
    const { by, location, atNs } = event;
    const waited = eventsOfTask(analysis, 'step-ended', by).findLast((each) => each.index < index);
    const others = (waited?.event.waitsOn?.tasks ?? []).filter((id) => {
      const finish = analysis.agents.get(id)?.finish;
      return finish !== undefined && (finish === null || finish.eventIndex > index);
    });
    if (others.length === 0) return [];
    return [
      {
        kind: 'as-completed-up',
        ...fact({
          events: [index],
          fromNs: atNs,
          agents: [by, ...others],
          locations: [location],
        }),
        location,
        others,
      },
    ];
  });
}
