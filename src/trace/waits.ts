/** What something waits for, as an event has it. */
import {
  agent,
  agents,
  channel,
  type Described,
  type Field,
  type Fields,
  job,
  location,
  loop,
  ns,
  orNull,
  primitive,
  server,
  text,
} from './fields.ts';

/** What a suspended task, or a thread or process that stands still, waits for. */
export const WAIT_FIELDS = {
  location: orNull(location('The line of the program at which it stands; null outside its files.')),
  call: orNull(
    text('The library call it is in, `sleep`, `Lock.acquire`, `gather`; null for a bare future.'),
  ),
  task: orNull(agent('The task it awaits, where it awaits one.')),
  tasks: orNull(agents('The tasks it awaits, where the call awaits several: `gather`, `wait`.')),
  primitive: orNull(primitive('The primitive it waits at, where there is one.')),
  untilNs: orNull(ns('When a timer will end the wait, where one will.')),
  job: orNull(job('The piece of work of an executor whose result it awaits.')),
  channel: orNull(channel('The stream of bytes it waits to read from or to write to.')),
  server: orNull(server('The listening socket it serves.')),
  process: orNull(agent('The child process whose end it awaits.')),
  joins: orNull(agent('The thread whose end it awaits.')),
  coroutine: orNull(
    text('The coroutine whose result it awaits: given to a loop, but not a task yet.'),
  ),
  runsIn: orNull(loop('The loop that is to run the coroutine; null where it has never run.')),
} as const satisfies Fields;

export type Wait = Described<typeof WAIT_FIELDS>;

/** A wait of which nothing is known. */
export const UNKNOWN_WAIT: Wait = Object.freeze({
  location: null,
  call: null,
  task: null,
  tasks: null,
  primitive: null,
  untilNs: null,
  job: null,
  channel: null,
  server: null,
  process: null,
  joins: null,
  coroutine: null,
  runsIn: null,
});

export function wait(about: string): Field<Wait> {
  return { of: { type: 'wait' }, isNullable: false, about };
}
