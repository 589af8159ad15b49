/** Traces and their events, to the compact form and back; see `encoding.ts`. */
import type { EncodedEvents } from './encoding.ts';
import { EventDecoder } from './event-decoder.ts';
import { EventEncoder } from './event-encoder.ts';
import type { Trace, TraceEvent } from './schema.ts';
import { InvalidTrace, parseHead } from './validate.ts';

export function encodeEvents(events: readonly TraceEvent[]): EncodedEvents {
  const encoder = new EventEncoder();
  for (const event of events) encoder.add(event);
  return encoder.take();
}

/** @throws {InvalidTrace} where the numbers are not an encoding of events that can be. */
export function decodeEvents(encoded: EncodedEvents): TraceEvent[] {
  return new EventDecoder().decode(encoded);
}

/** A whole trace as a site ships it. */
export interface EncodedTrace extends Omit<Trace, 'events'> {
  readonly events: EncodedEvents;
}

export function encodeTrace(trace: Trace): EncodedTrace {
  return { ...trace, events: encodeEvents(trace.events) };
}

/**
 * @param encoded as it came: from a file, a link, the site.
 * @throws {InvalidTrace} where it is of another version, or is no trace.
 */
export function decodeTrace(encoded: EncodedTrace): Trace {
  const head = parseHead(encoded);
  const { events, outcome, endedNs } = encoded;
  const { numbers, texts } = (events ?? {}) as Partial<EncodedEvents>;
  if (!isList(numbers) || !isList(texts)) {
    throw new InvalidTrace('events', 'numbers and texts', events);
  }
  const decoder = new EventDecoder();
  const decoded = decoder.decode({ numbers, texts });
  decoder.checkEnd(outcome, endedNs);
  return { ...head, events: decoded, outcome, endedNs };
}

function isList(value: unknown): value is readonly never[] {
  return Array.isArray(value) || value instanceof Float64Array;
}
