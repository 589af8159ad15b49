/** Coroutines of which nothing ever ran. */
import type { Analysis } from '../analysis/analysis.ts';
import type { Callback } from '../analysis/collect/callbacks.ts';
import { shortName } from '../analysis/labels.ts';
import type { CallbackId, EventOf, Location } from '../trace/schema.ts';
import { eventsOf, type Placed } from './events-of.ts';
import { type Fact, fact, keyOf } from './fact.ts';
import { lineAt } from './source.ts';

export interface NeverAwaited extends Fact {
  readonly kind: 'never-awaited';
  /** The callback as which the loop called it: a coroutine function is none. */
  readonly callback: CallbackId | null;
  readonly coroutine: string;
  /** Where it was called; null where it was kept for a while, and that is not known. */
  readonly location: Location | null;
  /** Where its function is defined. */
  readonly defined: Location | null;
  readonly times: number;
}

export function neverAwaited(analysis: Analysis): NeverAwaited[] {
  const alike = Map.groupBy(
    eventsOf(analysis, 'never-awaited').map((found) => ({
      ...found,
      callback: callbackRound(analysis, found),
      location: callOf(analysis, found.event),
    })),
    ({ event, location, callback }) => {
      const given = callback?.location ?? null;
      return `${event.coroutine} ${keyOf(location)} ${keyOf(given)}`;
    },
  );
  return [...alike.values()].map((found) => {
    const [{ event, location, callback }] = found as [(typeof found)[number]];
    return {
      kind: 'never-awaited',
      ...fact({
        events: found.map(({ index }) => index),
        fromNs: event.atNs,
        toNs: found.at(-1)?.event.atNs ?? event.atNs,
        locations: [location, callback?.location ?? null, event.defined],
      }),
      coroutine: event.coroutine,
      callback: callback?.id ?? null,
      location,
      defined: event.defined,
      times: found.length,
    };
  });
}

/** The callback of the same name that the loop was calling when the coroutine was collected. */
function callbackRound(
  analysis: Analysis,
  { index, event }: Placed<'never-awaited'>,
): Callback | null {
  const began = eventsOf(analysis, 'callback-began').findLast((each) => each.index < index);
  const ended = eventsOf(analysis, 'callback-ended').findLast((each) => each.index < index);
  if (!began || (ended && ended.index > began.index)) return null;
  const callback = analysis.callbacks.get(began.event.callback);
  return callback?.name === shortName(event.coroutine) ? callback : null;
}

/** The line at which it was collected, where it is called there: else it had been kept until then. */
function callOf(analysis: Analysis, event: EventOf<'never-awaited'>): Location | null {
  const line = lineAt(analysis, event.location);
  const name = event.coroutine.split('.').at(-1) ?? '';
  return line.includes(`${name}(`) ? event.location : null;
}
