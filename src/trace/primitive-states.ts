/** How a primitive stands, as an event has it. */
import {
  agent,
  agents,
  choice,
  count,
  type Described,
  type Field,
  type Fields,
  flag,
  orNull,
} from './fields.ts';

/** What the primitives of a program can be seen as; who waits at one is in the waits of the tasks. */
export const PRIMITIVE_STATES = {
  lock: { holder: orNull(agent('Who has it.')) },
  semaphore: { value: count('Places that are free.'), holders: agents('Who has one.') },
  event: { isSet: flag('Whether it is set.') },
  condition: { holder: orNull(agent('Who has its lock.')) },
  barrier: { arrived: count('How many wait at it.'), parties: count('How many it takes.') },
  queue: {
    size: count('Items in it.'),
    maxSize: count('0 for a queue without bounds.'),
    unfinished: count('Items that `join` still waits for.'),
  },
  future: { state: choice(['pending', 'result', 'exception', 'cancelled'], 'How it stands.') },
  pool: { places: count('How many of its jobs can run at the same time.') },
  /** A primitive of `threading`'s: only what waits at it is known, and of a lock who has it. */
  threading: { holder: orNull(agent('Who has it, where it is a lock.')) },
} as const satisfies { readonly [kind: string]: Fields };

export type PrimitiveState = {
  readonly [Kind in keyof typeof PRIMITIVE_STATES]: { readonly kind: Kind } & Described<
    (typeof PRIMITIVE_STATES)[Kind]
  >;
}[keyof typeof PRIMITIVE_STATES];

export function state(about: string): Field<PrimitiveState> {
  return { of: { type: 'state' }, isNullable: false, about };
}
