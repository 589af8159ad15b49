/** Tasks that ended the event loop from within: none survives `SystemExit`. */
import type { Analysis } from '../analysis/analysis.ts';
import { type AgentId, type Location, MAIN_AGENT } from '../trace/schema.ts';
import { eventsOf } from './events-of.ts';
import { type Fact, fact } from './fact.ts';

export interface ExitInTask extends Fact {
  readonly kind: 'exit-in-task';
  readonly task: AgentId;
  /** `SystemExit: 3` */
  readonly error: string;
  readonly location: Location | null;
}

/** That the one which the program was begun with ends it needs no word. */
export function exitsInTasks(analysis: Analysis): ExitInTask[] {
  return [...analysis.agents.values()].flatMap((agent): ExitInTask[] => {
    const { id: task, kind, parent, finish, thread } = agent;
    // In another thread, that is told with the loop that ended there.
    if (kind !== 'task' || parent === MAIN_AGENT || thread !== MAIN_AGENT) return [];
    if (finish?.how !== 'raised' || finish.origin !== null) return [];
    if (!/^SystemExit\b/.test(finish.detail)) return [];
    const ended = eventsOf(analysis, 'loop-ended').find(({ index }) => index > finish.eventIndex);
    if (ended?.event.atNs !== finish.atNs) return [];
    return [
      {
        kind: 'exit-in-task',
        ...fact({
          events: [finish.eventIndex, ended.index],
          fromNs: finish.atNs,
          agents: [task],
          locations: [finish.location],
        }),
        ...{ task, error: finish.detail, location: finish.location },
      },
    ];
  });
}
