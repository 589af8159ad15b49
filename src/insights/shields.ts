/** Tasks that went on behind a `shield` that was cancelled. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, Location } from '../trace/schema.ts';
import { eventsOf, finishIndexOf } from './events-of.ts';
import { type Fact, fact } from './fact.ts';

export interface ShieldCancelled extends Fact {
  readonly kind: 'shield-cancelled';
  /** The task behind it. */
  readonly task: AgentId;
  readonly by: AgentId;
  readonly location: Location | null;
}

export function cancelledShields(analysis: Analysis): ShieldCancelled[] {
  return eventsOf(analysis, 'shield-cancelled').map(({ index, event }) => {
    const { task, by, location, atNs } = event;
    return {
      kind: 'shield-cancelled',
      ...fact({
        events: [index, finishIndexOf(analysis, task)],
        fromNs: atNs,
        toNs: analysis.agents.get(task)?.finish?.atNs ?? analysis.trace.endedNs,
        agents: [by, task],
        locations: [location],
      }),
      ...{ task, by, location },
    };
  });
}
