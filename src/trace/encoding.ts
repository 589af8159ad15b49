/**
 * Events as flat numbers and a table of texts: a tenth of the size of the objects, and quick to
 * send between threads. A recording of a short program is a few kilobytes this way, small enough to
 * travel with the page.
 *
 * Each event is its kind's place in {@link SHAPES}, the time since the event before, and its fields
 * in the order given there. Texts and states are places in the table; `null` is {@link NONE}.
 */
import { RECORDING_VERSION, type Recording, type RecordingEvent } from './recording.ts';

export interface EncodedEvents {
  readonly numbers: ArrayLike<number>;
  /** Each text once, in the order of first use. */
  readonly texts: readonly string[];
}

type FieldType =
  /** A number, or null. */
  | 'number'
  /** A text, or null. */
  | 'text'
  /** Anything else, as JSON. */
  | 'json'
  /** A `Wait`, or null. */
  | 'wait';

type Kind = RecordingEvent['kind'];
type Shape<K extends Kind> = {
  readonly [Field in Exclude<
    keyof Extract<RecordingEvent, { kind: K }>,
    'kind' | 'atNs'
  >]: FieldType;
};

/** The fields of every kind of event. Their order is the format; so is that of the kinds. */
const SHAPES: { readonly [K in Kind]: Shape<K> } = {
  'task-created': {
    task: 'number',
    name: 'text',
    coroutine: 'text',
    parent: 'number',
    line: 'number',
  },
  'task-ready': { task: 'number', by: 'number' },
  'step-began': { task: 'number' },
  'step-ended': { task: 'number', waitsOn: 'wait' },
  'task-finished': { task: 'number', how: 'text', detail: 'text' },
  'thread-started': { thread: 'number', name: 'text', parent: 'number', line: 'number' },
  'thread-parked': { thread: 'number', waitsOn: 'wait' },
  'thread-resumed': { thread: 'number' },
  'thread-ended': { thread: 'number' },
  'callback-scheduled': {
    callback: 'number',
    name: 'text',
    by: 'number',
    line: 'number',
    dueNs: 'number',
  },
  'callback-began': { callback: 'number' },
  'callback-ended': { callback: 'number' },
  'primitive-seen': { primitive: 'number', type: 'text', name: 'text', state: 'json' },
  'primitive-changed': { primitive: 'number', by: 'number', state: 'json' },
  line: { line: 'number', by: 'number' },
  'loop-blocked': { fromNs: 'number', by: 'number', line: 'number', call: 'text' },
  output: { stream: 'text', text: 'text', by: 'number' },
  'recording-cut': {},
  'callback-cancelled': { callback: 'number', by: 'number' },
};

const WAIT_FIELDS = {
  line: 'number',
  call: 'text',
  task: 'number',
  primitive: 'number',
  untilNs: 'number',
} as const;

/** No number in a recording is negative. */
const NONE = -1;

const KINDS = Object.keys(SHAPES) as Kind[];
const FIELDS = Object.values(SHAPES).map((shape) => Object.entries<FieldType>(shape));
const PLACE_OF_KIND = new Map(KINDS.map((kind, place) => [kind, place]));
const WAIT = Object.entries<FieldType>(WAIT_FIELDS);

type Record = { [field: string]: unknown };

/** Encodes events one after another; each batch that is taken continues the one before it. */
export class EventEncoder {
  readonly #places = new Map<string, number>();
  #numbers: number[] = [];
  #newTexts: string[] = [];
  #atNs = 0;

  add(event: RecordingEvent): void {
    const place = PLACE_OF_KIND.get(event.kind) as number;
    this.#numbers.push(place, event.atNs - this.#atNs);
    this.#atNs = event.atNs;
    this.#addFields(event as unknown as Record, FIELDS[place] as [string, FieldType][]);
  }

  /** What was added since the last call: new numbers, and the texts that were not sent before. */
  take(): EncodedEvents {
    const batch = { numbers: this.#numbers, texts: this.#newTexts };
    this.#numbers = [];
    this.#newTexts = [];
    return batch;
  }

  #addFields(record: Record, fields: readonly [string, FieldType][]): void {
    for (const [name, type] of fields) {
      const value = record[name];
      if (value === null) this.#numbers.push(NONE);
      else if (type === 'number') this.#numbers.push(value as number);
      else if (type === 'wait') {
        this.#numbers.push(WAIT.length);
        this.#addFields(value as Record, WAIT);
      } else
        this.#numbers.push(
          this.#placeOf(type === 'json' ? JSON.stringify(value) : (value as string)),
        );
    }
  }

  #placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    this.#newTexts.push(text);
    return place;
  }
}

/** Reads what an {@link EventEncoder} wrote, batch by batch and in its order. */
export class EventDecoder {
  readonly #texts: string[] = [];
  #atNs = 0;

  /** @throws where the numbers are not an encoding of events. */
  decode({ numbers, texts }: EncodedEvents): RecordingEvent[] {
    for (const text of texts) this.#texts.push(text);
    const events: RecordingEvent[] = [];
    const cursor = { at: 0 };
    while (cursor.at < numbers.length) {
      const place = numbers[cursor.at++] as number;
      const fields = FIELDS[place];
      if (!fields)
        throw new Error(`expected a kind of event at number ${cursor.at - 1}, found ${place}`);
      this.#atNs += numbers[cursor.at++] as number;
      const event: Record = { kind: KINDS[place], atNs: this.#atNs };
      this.#readFields(event, fields, numbers, cursor);
      events.push(event as unknown as RecordingEvent);
    }
    return events;
  }

  #readFields(
    record: Record,
    fields: readonly [string, FieldType][],
    numbers: ArrayLike<number>,
    cursor: { at: number },
  ): void {
    for (const [name, type] of fields) {
      const number = numbers[cursor.at++];
      if (number === undefined) throw new Error(`expected ${name}, found the end of the events`);
      record[name] = number === NONE ? null : this.#valueOf(number, type, numbers, cursor);
    }
  }

  #valueOf(
    number: number,
    type: FieldType,
    numbers: ArrayLike<number>,
    cursor: { at: number },
  ): unknown {
    switch (type) {
      case 'number':
        return number;
      case 'text':
        return this.#textAt(number);
      case 'json':
        return JSON.parse(this.#textAt(number));
      case 'wait': {
        const wait: Record = {};
        this.#readFields(wait, WAIT, numbers, cursor);
        return wait;
      }
    }
  }

  #textAt(place: number): string {
    const text = this.#texts[place];
    if (text === undefined) throw new Error(`expected a text at place ${place}, found none`);
    return text;
  }
}

export function encodeEvents(events: readonly RecordingEvent[]): EncodedEvents {
  const encoder = new EventEncoder();
  for (const event of events) encoder.add(event);
  return encoder.take();
}

export function decodeEvents(encoded: EncodedEvents): RecordingEvent[] {
  return new EventDecoder().decode(encoded);
}

/** A whole recording as a site ships it. */
export interface EncodedRecording extends Omit<Recording, 'events'> {
  readonly events: EncodedEvents;
}

export function encodeRecording(recording: Recording): EncodedRecording {
  return { ...recording, events: encodeEvents(recording.events) };
}

/** @throws where it is of another version, which would be misread. */
export function decodeRecording(encoded: EncodedRecording): Recording {
  if (encoded.version !== RECORDING_VERSION) {
    throw new Error(
      `expected a recording of version ${RECORDING_VERSION}, found ${encoded.version}`,
    );
  }
  return { ...encoded, events: decodeEvents(encoded.events) };
}
