import {
  CONTEXT,
  decodeLocation,
  type EncodedEvents,
  KINDS,
  NONE,
  SHAPES,
  type Shape,
  STATES,
  TASK_NAMES,
  type Values,
  WAIT_SHAPES,
} from './encoding.ts';
import type { FieldType, Location } from './fields.ts';
import type { TraceEvent } from './schema.ts';
import { EventChecker, InvalidTrace } from './validate.ts';

/** Reads numbers one after another. */
class NumberReader {
  readonly #numbers: ArrayLike<number>;
  readonly #texts: readonly string[];
  readonly #locations: Map<number, Location>;
  at = 0;

  constructor(
    numbers: ArrayLike<number>,
    texts: readonly string[],
    locations: Map<number, Location>,
  ) {
    this.#numbers = numbers;
    this.#texts = texts;
    this.#locations = locations;
  }

  next(): number {
    const number = this.#numbers[this.at];
    if (number === undefined) throw new InvalidTrace('the events', 'more numbers', 'their end');
    this.at += 1;
    return number;
  }

  /** Reads the fields of an event of the kind with this number into `event`. */
  readEvent(number: number, event: Values): TraceEvent {
    const shapes = SHAPES[number - 1];
    if (!shapes) throw new InvalidTrace(`number ${this.at - 1}`, 'a kind of event', number);
    this.#readFields(event, shapes);
    return event as unknown as TraceEvent;
  }

  #readFields(values: Values, shapes: readonly Shape[]): void {
    for (const { name, of } of shapes) {
      const number = this.next();
      values[name] = number === NONE ? null : this.#valueOf(number, of);
    }
  }

  #valueOf(number: number, of: FieldType): unknown {
    switch (of.type) {
      case 'id':
      case 'ns':
      case 'count':
        return number;
      case 'status':
        return unfoldSign(number);
      case 'flag':
        return number === 1;
      case 'text':
        return number > TASK_NAMES ? `Task-${number - TASK_NAMES}` : this.#texts[number];
      case 'choice':
        return of.choices[number];
      case 'location':
        return this.#locationOf(number);
      case 'agents':
        return Array.from({ length: Math.min(number, MOST_NUMBERS_LISTED) }, () => this.next());
      case 'wait': {
        const wait: Values = {};
        for (const [index, { name, of: inner }] of WAIT_SHAPES.entries()) {
          wait[name] = number & (1 << index) ? this.#valueOf(this.next(), inner) : null;
        }
        return wait;
      }
      case 'state': {
        const { kind, shapes = [] } = STATES[number] ?? {};
        const state: Values = { kind };
        this.#readFields(state, shapes);
        return state;
      }
    }
  }

  #locationOf(number: number): Location {
    let location = this.#locations.get(number);
    if (!location) {
      location = Object.freeze(decodeLocation(number));
      this.#locations.set(number, location);
    }
    return location;
  }
}

/** A list that claims to be longer is refused by the check that follows. */
const MOST_NUMBERS_LISTED = 1_000;

/** Reads what an {@link EventEncoder} wrote, batch by batch and in its order. */
export class EventDecoder {
  readonly #texts: string[] = [];
  readonly #checker = new EventChecker();
  readonly #locations = new Map<number, Location>();
  #atNs = 0;
  #thread = 0;
  #loop: number | null = null;

  /** @throws {InvalidTrace} where the numbers are not an encoding of events that can be. */
  decode({ numbers, texts }: EncodedEvents): TraceEvent[] {
    for (const text of texts) this.#texts.push(text);
    const events: TraceEvent[] = [];
    const reader = new NumberReader(numbers, this.#texts, this.#locations);
    while (reader.at < numbers.length) {
      let number = reader.next();
      if (number === CONTEXT) {
        this.#thread = reader.next();
        const loop = reader.next();
        this.#loop = loop === NONE ? null : loop;
        number = reader.next();
      }
      this.#atNs += reader.next();
      const event = reader.readEvent(number, {
        kind: KINDS[number - 1],
        atNs: this.#atNs,
        thread: this.#thread,
        loop: this.#loop,
      });
      this.#checker.check(event);
      events.push(event);
    }
    return events;
  }

  /** @throws {InvalidTrace} where it does not fit the events, or is no outcome. */
  checkEnd(outcome: unknown, endedNs: unknown): void {
    this.#checker.checkEnd(outcome, endedNs);
  }
}

function unfoldSign(number: number): number {
  return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
}
