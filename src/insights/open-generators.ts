/** Asynchronous generators that nobody closed, though they had something left to do. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, Location } from '../trace/schema.ts';
import { eventsOf } from './events-of.ts';
import { type Fact, fact } from './fact.ts';

export interface GeneratorLeft extends Fact {
  readonly kind: 'generator-left';
  readonly generator: string;
  /** The `yield` at which it stood. */
  readonly location: Location | null;
  readonly when: 'collected' | 'shutdown';
  /** The first line of what it did when the loop closed it. */
  readonly cleanUp: Location;
  /** The task that closed it, as the loop had it do. */
  readonly closer: AgentId;
}

/** One that had nothing left to do is closed without anybody noticing. */
export function openGenerators(analysis: Analysis): GeneratorLeft[] {
  const taken = new Set<AgentId>();
  return eventsOf(analysis, 'generator-left').flatMap(({ index, event }): GeneratorLeft[] => {
    const { generator, location, when } = event;
    const closer = eventsOf(analysis, 'task-created').find(
      (each) =>
        each.index > index &&
        each.event.coroutine === `${generator}.aclose` &&
        !taken.has(each.event.task),
    );
    if (!closer) return [];
    const { task } = closer.event;
    taken.add(task);
    const line = eventsOf(analysis, 'line').find(({ event: { by } }) => by === task);
    if (!line) return [];
    const { atNs, location: cleanUp } = line.event;
    return [
      {
        kind: 'generator-left',
        ...fact({
          events: [index, closer.index, line.index],
          fromNs: atNs,
          agents: [task],
          locations: [location, cleanUp],
        }),
        ...{ generator, location, when, cleanUp, closer: task },
      },
    ];
  });
}
