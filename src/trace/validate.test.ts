import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryEvents } from './arbitrary-events.ts';
import type { EventOf, TraceEvent } from './schema.ts';
import { InvalidTrace, parseTrace } from './validate.ts';

const STAMP = { atNs: 0, thread: 0, loop: null };

const CREATED: EventOf<'task-created'> = {
  ...STAMP,
  kind: 'task-created',
  task: 1,
  name: 'Task-1',
  coroutine: 'main',
  args: '',
  isLibrary: false,
  parent: 0,
  location: { file: 0, line: 3 },
};

function trace(events: readonly unknown[], changes: object = {}): unknown {
  return {
    version: 2,
    origin: 'loopscope',
    clock: 'virtual',
    program: { name: 'main.py', source: 'pass', seed: 0 },
    events,
    outcome: { kind: 'exited', status: 0, error: null },
    endedNs: 5e9,
    ...changes,
  };
}

/** Why it is refused; null where it is not. */
function refusalOf(value: unknown): string | null {
  try {
    parseTrace(value);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidTrace);
    return (error as Error).message.replace(/^This is not a trace that can be shown: /, '');
  }
}

it('takes what the schema allows, also after it was JSON', () => {
  fc.assert(
    fc.property(arbitraryEvents(), (events) => {
      const whole = trace(events, { endedNs: 1e12 });
      expect(parseTrace(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    }),
  );
});

it.each<[what: string, value: unknown, why: string]>([
  ['nothing', null, 'at the top, expected a trace, found null.'],
  ['a list', [], 'at the top, expected a trace, found a list.'],
  [
    'an older version',
    trace([], { version: 1 }),
    'at version, expected 2, the only one that is known, found 1.',
  ],
  [
    'a task with a huge number',
    trace([{ ...CREATED, task: 1_000_000_000 }]),
    'at event 1 (task-created), task, expected agent 1, the next one, found 1000000000.',
  ],
  [
    'a task that was never created',
    trace([{ ...STAMP, kind: 'resumed', agent: 77 }]),
    'at event 1 (resumed), agent, expected the number of a known agent, found 77.',
  ],
  [
    'a task that is created twice',
    trace([CREATED, CREATED]),
    'at event 2 (task-created), task, expected agent 2, the next one, found 1.',
  ],
  [
    'a time that goes back',
    trace([
      { ...CREATED, atNs: 9 },
      { ...STAMP, kind: 'step-began', task: 1, atNs: 8 },
    ]),
    'at event 2 (step-began), atNs, expected at least 9, found 8.',
  ],
  [
    'an end before the last event',
    trace([{ ...CREATED, atNs: 9e9 }]),
    'at endedNs, expected whole nanoseconds from 9000000000, found 5000000000.',
  ],
  [
    'a kind that refuses to be a text',
    trace([{ ...CREATED, kind: { toString: 0 } }]),
    'at event 1, expected a known kind, found an object.',
  ],
  [
    'half a nanosecond',
    trace([{ ...CREATED, atNs: 0.5 }]),
    'at event 1 (task-created), atNs, expected whole nanoseconds, found 0.5.',
  ],
  [
    'a primitive in a state of another shape',
    trace([
      {
        ...STAMP,
        kind: 'primitive-seen',
        primitive: 1,
        type: 'Lock',
        name: null,
        by: 0,
        location: null,
        state: { kind: 'lock', holder: 'nobody' },
      },
    ]),
    'at event 1 (primitive-seen), state, holder, expected the number of a known agent, found "nobody".',
  ],
  [
    'a state of no known kind',
    trace([
      {
        ...STAMP,
        kind: 'primitive-seen',
        primitive: 1,
        type: 'Lock',
        name: null,
        by: 0,
        location: null,
        state: { kind: '__proto__' },
      },
    ]),
    'at event 1 (primitive-seen), state, expected a state of kind lock, semaphore, event, condition, barrier, queue, future, pool, threading, found an object.',
  ],
  [
    'a line of a file that is not there',
    trace([{ ...CREATED, location: { file: 3, line: 1 } }]),
    'at event 1 (task-created), location, expected a line of a known file, found an object.',
  ],
  [
    'a text without end',
    trace([{ ...CREATED, name: 'x'.repeat(5_000) }]),
    `at event 1 (task-created), name, expected a text of at most 1000 characters, found "${'x'.repeat(58)}….`,
  ],
  [
    'a kind that only an object has by itself',
    trace([{ ...STAMP, kind: 'constructor' }]),
    'at event 1, expected a known kind, found "constructor".',
  ],
  [
    'an outcome that is none',
    trace([], { outcome: { kind: 'won' } }),
    'at the outcome, expected a known kind, found an object.',
  ],
  ['no events', trace([], { events: 'all' }), 'at events, expected a list, found "all".'],
  ['an event that is none', trace([7]), 'at events, expected events, found 7.'],
])('refuses %s', (_, value, why) => {
  expect(refusalOf(value)).toBe(why);
});

it('refuses any value in any place, or takes it, and never throws anything else', () => {
  fc.assert(
    fc.property(arbitraryEvents(20), fc.nat(), fc.anything(), (events, at, value) => {
      const copies = structuredClone(events) as { [field: string]: unknown }[];
      const event = copies[at % Math.max(1, copies.length)];
      const fields = Object.keys(event ?? {});
      if (event) event[fields[at % fields.length] as string] = value;
      refusalOf(trace(copies as unknown as TraceEvent[], { endedNs: 1e12 }));
    }),
  );
});
