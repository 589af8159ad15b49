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
  type TraceEvent,
  WAIT_FIELDS,
} from './schema.ts';

export interface EncodedEvents {
  readonly numbers: ArrayLike<number>;
  /** Each text once, in the order of first use. */
  readonly texts: readonly string[];
}

/** In place of `null`. */
export const NONE = -1;

/** In place of a kind: thread and loop of what follows. */
export const CONTEXT = 0;

export interface Shape {
  readonly name: string;
  readonly of: FieldType;
  readonly isNullable: boolean;
}

export type Values = { [field: string]: unknown };

const shapesOf = (fields: Fields): readonly Shape[] =>
  Object.entries(fields).map(([name, { of, isNullable }]) => ({ name, of, isNullable }));

export const KINDS = Object.keys(EVENTS) as EventKind[];
export const SHAPES: readonly (readonly Shape[])[] = KINDS.map((kind) =>
  shapesOf(EVENTS[kind].fields),
);
const NUMBER_OF_KIND = new Map(KINDS.map((kind, index) => [kind, index + 1]));
export const WAIT_SHAPES = shapesOf(WAIT_FIELDS);
export const STATES = Object.entries(PRIMITIVE_STATES).map(([kind, fields]) => ({
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

/** Where an event's own fields begin: behind the number of its kind, and the time. */
export const FIRST_FIELD = 2;
