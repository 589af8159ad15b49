import type { EncodedEvents, Stamp } from '../../trace/encoding.ts';
import { EventEncoder } from '../../trace/event-encoder.ts';
import type { TraceEvent } from '../../trace/schema.ts';

export interface Outbox {
  add(event: TraceEvent): void;
  /** As {@link EventEncoder.addEncoded}, for `count` events. */
  addEncoded(
    stamp: Stamp,
    numbers: ArrayLike<number>,
    from: number,
    to: number,
    count: number,
  ): void;
  /** As {@link EventEncoder.numberOf}. */
  numberOf(text: string): number;
  /** As {@link EventEncoder.texts}. */
  readonly texts: number;
  flush(): void;
}

/**
 * Sends events in batches that grow with the run: the first ones at once, so that nothing printed
 * before an endless loop is lost; later ones in eighths of what has been sent, up to a size at which
 * to hand over a block of memory still costs next to nothing.
 */
export function createOutbox(send: (events: EncodedEvents) => void): Outbox {
  const encoder = new EventEncoder();
  let waiting = 0;
  let sent = 0;
  const flush = () => {
    if (waiting === 0) return;
    const { numbers, texts } = encoder.take();
    // A block of memory goes to another thread ten times as quickly as a list.
    send({ numbers: Float64Array.from(numbers), texts });
    sent += waiting;
    waiting = 0;
  };
  const added = (count: number) => {
    waiting += count;
    if (waiting > Math.min(sent / 8, MOST_EVENTS)) flush();
  };
  return {
    add(event) {
      encoder.add(event);
      added(1);
    },
    addEncoded(stamp, numbers, from, to, count) {
      encoder.addEncoded(stamp, numbers, from, to);
      added(count);
    },
    numberOf: (text) => encoder.numberOf(text),
    get texts() {
      return encoder.texts;
    },
    flush,
  };
}

/** Of 5 to 10 numbers each. Ten times as many take a hundred times as long. */
const MOST_EVENTS = 3_000;
