/** A trace's events by their kind, each with its place in the list of all. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, EventKind, EventOf } from '../trace/schema.ts';

export interface Placed<Kind extends EventKind> {
  readonly index: number;
  readonly event: EventOf<Kind>;
}

/** In the order in which they happened. */
export function eventsOf<Kind extends EventKind>(
  analysis: Analysis,
  kind: Kind,
): readonly Placed<Kind>[] {
  return (byKind(analysis).get(kind) ?? []) as readonly unknown[] as readonly Placed<Kind>[];
}

/** All kinds at once: a long trace is gone through a single time. */
const byKind = perAnalysis(({ trace }) => {
  const kinds = new Map<EventKind, Placed<EventKind>[]>();
  let index = 0;
  for (const event of trace.events) {
    const found = kinds.get(event.kind);
    if (found) found.push({ index, event });
    else kinds.set(event.kind, [{ index, event }]);
    index += 1;
  }
  return kinds;
});

type AboutTask = {
  [Kind in EventKind]: EventOf<Kind> extends { readonly task: AgentId } ? Kind : never;
}[EventKind];

/** Those of one kind that are about one task. */
export function eventsOfTask<Kind extends AboutTask>(
  analysis: Analysis,
  kind: Kind,
  task: AgentId,
): readonly Placed<Kind>[] {
  const kinds = byTask(analysis);
  let found = kinds.get(kind);
  if (!found) {
    found = Map.groupBy(eventsOf(analysis, kind), ({ event }) => (event as { task: AgentId }).task);
    kinds.set(kind, found);
  }
  return (found.get(task) ?? []) as readonly Placed<Kind>[];
}

const byTask = perAnalysis(() => new Map<EventKind, Map<AgentId, unknown[]>>());

/** Where a task's end stands in the list of events; null where it never came. */
export function finishIndexOf(analysis: Analysis, task: AgentId | null): number | null {
  return task === null ? null : (eventsOfTask(analysis, 'task-finished', task)[0]?.index ?? null);
}

/** Where a task's beginning stands in the list of events. */
export function creationIndexOf(analysis: Analysis, task: AgentId | null): number | null {
  return task === null ? null : (eventsOfTask(analysis, 'task-created', task)[0]?.index ?? null);
}

/** The same function, which remembers its answer for as long as the analysis is in use. */
function perAnalysis<T>(compute: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, { readonly value: T }>();
  return (analysis) => {
    let entry = known.get(analysis);
    if (!entry) {
      entry = { value: compute(analysis) };
      known.set(analysis, entry);
    }
    return entry.value;
  };
}
