/**
 * Events as flat numbers and a table of texts: a tenth of the size of the objects, and quick to send
 * between threads. A trace of a short program is a few kilobytes this way, small enough to travel
 * with the page.
 *
 * An event is the number of its kind (its row in the schema, from 1), the time since the event
 * before, and its fields in the schema's order. `null` is {@link NONE}. Where thread or loop differ
 * from those of the event before, {@link CONTEXT} and the two come first. A text is its index in the
 * table; the names that asyncio gives to tasks are no texts but numbers, see {@link TASK_NAMES}.
 */
import { type Fields, type FieldType, type Location, MOST_LINES } from './fields.ts';
import {
  EVENTS,
  type EventKind,
  PRIMITIVE_STATES,
  type Trace,
  type TraceEvent,
  WAIT_FIELDS,
} from './schema.ts';
import { EventChecker, InvalidTrace, parseHead } from './validate.ts';

export interface EncodedEvents {
  readonly numbers: ArrayLike<number>;
  /** Each text once, in the order of first use. */
  readonly texts: readonly string[];
}

/** In place of `null`. */
export const NONE = -1;

/** In place of a kind: thread and loop of what follows. */
export const CONTEXT = 0;

interface Shape {
  readonly name: string;
  readonly of: FieldType;
}

type Values = { [field: string]: unknown };

const shapesOf = (fields: Fields): readonly Shape[] =>
  Object.entries(fields).map(([name, { of }]) => ({ name, of }));

export const KINDS = Object.keys(EVENTS) as EventKind[];
const SHAPES: readonly (readonly Shape[])[] = KINDS.map((kind) => shapesOf(EVENTS[kind].fields));
const NUMBER_OF_KIND = new Map(KINDS.map((kind, index) => [kind, index + 1]));
const WAIT_SHAPES = shapesOf(WAIT_FIELDS);
const STATES = Object.entries(PRIMITIVE_STATES).map(([kind, fields]) => ({
  kind,
  shapes: shapesOf(fields),
}));

/** The number of a kind of event in the encoding. */
export function numberOfKind(kind: EventKind): number {
  return NUMBER_OF_KIND.get(kind) as number;
}

/** One number for a place in a file; that of a place in the first file is its line. */
export function encodeLocation({ file, line }: Location): number {
  return file * MOST_LINES + line;
}

/** What {@link encodeLocation} made of it. */
export function decodeLocation(number: number): Location {
  return { file: Math.floor(number / MOST_LINES), line: number % MOST_LINES };
}

/** What every event has before its own fields. */
export type Stamp = Pick<TraceEvent, 'atNs' | 'thread' | 'loop'>;

/** From this number on, a text is the name that asyncio gives to a task: `Task-1` is one more. */
export const TASK_NAMES = 2 ** 40;

/** How many numbers the encoded event takes up that begins at `at`, its time included. */
export function encodedLength(numbers: ArrayLike<number>, at: number): number {
  const kind = (numbers[at] as number) - 1;
  const fields = SHAPES[kind] as readonly Shape[];
  if (IS_OF_ONE_LENGTH[kind]) return HEAD + fields.length;
  let end = at + HEAD;
  for (const { of } of fields) end = endOfValue(numbers, end, of);
  return end - at;
}

/** The number of its kind, and the time. */
const HEAD = 2;

const IS_OF_ONE_LENGTH = SHAPES.map((fields) =>
  fields.every(({ of }) => !['agents', 'wait', 'state'].includes(of.type)),
);

function endOfValue(numbers: ArrayLike<number>, at: number, of: FieldType): number {
  const number = numbers[at] as number;
  let end = at + 1;
  if (number === NONE) return end;
  switch (of.type) {
    case 'agents':
      return end + number;
    case 'wait':
      for (let index = 0; number >> index; index++) {
        if ((number >> index) & 1) end = endOfValue(numbers, end, (WAIT_SHAPES[index] as Shape).of);
      }
      return end;
    case 'state':
      for (const shape of STATES[number]?.shapes ?? []) end = endOfValue(numbers, end, shape.of);
      return end;
    default:
      return end;
  }
}

/** Encodes events one after another; each batch that is taken continues the one before it. */
export class EventEncoder {
  readonly #indexes = new Map<string, number>();
  #numbers: number[] = [];
  #newTexts: string[] = [];
  #atNs = 0;
  #thread = 0;
  #loop: number | null = null;

  add(event: TraceEvent): void {
    const number = numberOfKind(event.kind);
    this.#addContext(event);
    this.#numbers.push(number, this.#passTo(event.atNs));
    this.#addFields(event as Values, SHAPES[number - 1] as readonly Shape[]);
  }

  /**
   * Adds events of one moment, thread and loop that are in this encoding already, with texts as
   * {@link numberOf} numbers them and 0 for the time since the event before.
   *
   * @param from where the first of them begins in `numbers`; `to` is where the last one ends.
   */
  addEncoded(stamp: Stamp, numbers: ArrayLike<number>, from: number, to: number): void {
    this.#addContext(stamp);
    this.#numbers.push(numbers[from] as number, this.#passTo(stamp.atNs));
    for (let at = from + 2; at < to; at++) this.#numbers.push(numbers[at] as number);
  }

  /** What stands for this text, here and in what follows. */
  numberOf(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const digits = TASK_NAME.exec(text)?.[1];
    if (digits !== undefined) return TASK_NAMES + Number(digits);
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    this.#newTexts.push(text);
    return index;
  }

  #addContext({ thread, loop }: Stamp): void {
    if (thread === this.#thread && loop === this.#loop) return;
    this.#numbers.push(CONTEXT, thread, loop ?? NONE);
    this.#thread = thread;
    this.#loop = loop;
  }

  /** @returns the time since the event before. */
  #passTo(atNs: number): number {
    const passedNs = atNs - this.#atNs;
    this.#atNs = atNs;
    return passedNs;
  }

  /** What was added since the last call: new numbers, and the texts that were not sent before. */
  take(): EncodedEvents {
    const batch = { numbers: this.#numbers, texts: this.#newTexts };
    this.#numbers = [];
    this.#newTexts = [];
    return batch;
  }

  #addFields(values: Values, shapes: readonly Shape[]): void {
    for (const { name, of } of shapes) {
      const value = values[name];
      if (value === null) this.#numbers.push(NONE);
      else this.#addValue(value, of);
    }
  }

  #addValue(value: unknown, of: FieldType): void {
    const numbers = this.#numbers;
    switch (of.type) {
      case 'id':
      case 'ns':
      case 'count':
        numbers.push(value as number);
        break;
      case 'status':
        numbers.push(foldSign(value as number));
        break;
      case 'flag':
        numbers.push(value ? 1 : 0);
        break;
      case 'text':
        numbers.push(this.numberOf(value as string));
        break;
      case 'choice':
        numbers.push(of.choices.indexOf(value as string));
        break;
      case 'location':
        numbers.push(encodeLocation(value as Location));
        break;
      case 'agents': {
        const agents = value as readonly number[];
        numbers.push(agents.length, ...agents);
        break;
      }
      case 'wait': {
        const present = WAIT_SHAPES.filter(({ name }) => (value as Values)[name] !== null);
        numbers.push(present.reduce((mask, shape) => mask | (1 << WAIT_SHAPES.indexOf(shape)), 0));
        this.#addFields(value as Values, present);
        break;
      }
      case 'state': {
        const index = STATES.findIndex(({ kind }) => kind === (value as Values)['kind']);
        numbers.push(index);
        this.#addFields(value as Values, STATES[index]?.shapes ?? []);
        break;
      }
    }
  }
}

/** Its number is short enough to be exact when it is added to {@link TASK_NAMES}. */
const TASK_NAME = /^Task-([1-9]\d{0,11})$/;

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
      location = Object.freeze({
        file: Math.floor(number / MOST_LINES),
        line: number % MOST_LINES,
      });
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

/** 0, -1, 1, -2 … as 0, 1, 2, 3 …: `NONE` stays free. */
function foldSign(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

function unfoldSign(number: number): number {
  return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
}
