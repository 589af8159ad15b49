/** What the Python half calls when something happens: a function for each row of the schema. */
import { decodeLocation, type Stamp } from '../../trace/encoding.ts';
import type { Fields } from '../../trace/fields.ts';
import { EVENTS, type EventKind, type TraceEvent } from '../../trace/schema.ts';

type SnakeCase<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${SnakeCase<Tail>}`
  : Text;

/**
 * `task_created(task, name, …)`: the event's own fields in the schema's order. Python's `None` comes
 * over as `undefined`, a place in a file as one number, the state of a primitive as JSON.
 */
export type Emitters = {
  readonly [Kind in EventKind as SnakeCase<Kind>]: (...values: readonly unknown[]) => void;
};

/** @param emit is given each event once it is whole. */
export function createEmitters(stamp: () => Stamp, emit: (event: TraceEvent) => void): Emitters {
  const emitters = Object.entries(EVENTS).map(([kind, row]) => {
    const fields = Object.entries(row.fields as Fields);
    const emitOne = (...values: readonly unknown[]) => {
      const event: { [field: string]: unknown } = { kind, ...stamp() };
      for (const [index, [name, { of }]] of fields.entries()) {
        event[name] = fieldOf(values[index], of.type);
      }
      emit(event as unknown as TraceEvent);
    };
    return [kind.replaceAll('-', '_'), emitOne];
  });
  return Object.fromEntries(emitters) as Emitters;
}

function fieldOf(value: unknown, type: string): unknown {
  if (value === undefined) return null;
  switch (type) {
    case 'location':
      return decodeLocation(value as number);
    case 'state':
      return JSON.parse(value as string);
    default:
      return value;
  }
}
