/** One replay of a trace, in which many small collectors each gather what they are about. */
import type { EventKind, EventOf, TraceEvent } from '../../trace/schema.ts';
import type { Sliced } from '../sliced.ts';

/** What to do with an event of a kind; `eventIndex` is its index in the list of events. */
export type Handlers = {
  readonly [Kind in EventKind]?: (event: EventOf<Kind>, eventIndex: number) => void;
};

export interface Collector<T> {
  /** Called for the events of these kinds, in the trace's order. */
  readonly on: Handlers;
  /** What came of it. Called once, after all events. */
  readonly end: () => T;
}

type Handler = (event: TraceEvent, eventIndex: number) => void;

/**
 * Shows every event to every collector that asks for its kind, in the order of the collectors. Of
 * what follows where the trace was cut there is only output.
 */
export function* replay(
  events: readonly TraceEvent[],
  collectors: readonly Pick<Collector<unknown>, 'on'>[],
): Sliced<void> {
  let handlers = handlersByKind(collectors.map(({ on }) => on));
  let eventIndex = 0;
  for (const event of events) {
    const interested = handlers.get(event.kind);
    if (interested) for (const handle of interested) handle(event, eventIndex);
    if (event.kind === 'trace-cut') handlers = onlyOutput(handlers);
    eventIndex += 1;
    if (eventIndex % EVENTS_PER_SLICE === 0) yield;
  }
}

/** Some milliseconds. */
const EVENTS_PER_SLICE = 2_000;

function handlersByKind(all: readonly Handlers[]): ReadonlyMap<string, readonly Handler[]> {
  const byKind = new Map<string, Handler[]>();
  for (const handlers of all) {
    for (const [kind, handle] of Object.entries(handlers) as [string, Handler][]) {
      const known = byKind.get(kind);
      if (known) known.push(handle);
      else byKind.set(kind, [handle]);
    }
  }
  return byKind;
}

function onlyOutput(
  handlers: ReadonlyMap<string, readonly Handler[]>,
): ReadonlyMap<string, readonly Handler[]> {
  return new Map([['output', handlers.get('output') ?? []]]);
}

/** An object that a collector still adds to. */
export type Growing<T> = { -readonly [Key in keyof T]: T[Key] };
