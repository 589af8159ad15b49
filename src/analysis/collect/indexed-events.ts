/** The events of one kind, as they are: facts that need nothing worked out. */
import type { EventKind, EventOf } from '../../trace/schema.ts';
import type { Collector, Handlers } from './collector.ts';

export interface IndexedEvent<Kind extends EventKind> {
  readonly eventIndex: number;
  readonly event: EventOf<Kind>;
}

/** In order. */
export function collectEvents<Kind extends EventKind>(
  kind: Kind,
): Collector<readonly IndexedEvent<Kind>[]> {
  const found: IndexedEvent<Kind>[] = [];
  const add = (event: EventOf<Kind>, eventIndex: number) => found.push({ eventIndex, event });
  return { on: { [kind]: add } as Handlers, end: () => found };
}
