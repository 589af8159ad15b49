import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryEvents } from './arbitrary-events.ts';
import {
  decodeEvents,
  decodeTrace,
  type EncodedTrace,
  encodeEvents,
  encodeTrace,
} from './codec.ts';
import { KINDS, numberOfKind } from './encoding.ts';
import { EventDecoder } from './event-decoder.ts';
import { EventEncoder } from './event-encoder.ts';
import type { Trace } from './schema.ts';
import { InvalidTrace } from './validate.ts';

it('decodes whatever it has encoded', () => {
  fc.assert(
    fc.property(arbitraryEvents(), (events) => {
      expect(decodeEvents(encodeEvents(events))).toEqual(events);
    }),
  );
});

it('decodes batches that were encoded one after another', () => {
  fc.assert(
    fc.property(arbitraryEvents(), fc.nat(), (events, cut) => {
      const encoder = new EventEncoder();
      const decoder = new EventDecoder();
      const first = events.slice(0, cut % (events.length + 1));
      for (const event of first) encoder.add(event);
      const decoded = decoder.decode(encoder.take());
      for (const event of events.slice(first.length)) encoder.add(event);
      expect([...decoded, ...decoder.decode(encoder.take())]).toEqual(events);
    }),
  );
});

it('takes events that are encoded already, and gives them their time and place', () => {
  const event = { kind: 'task-ready', atNs: 0, thread: 0, loop: null, task: 0, by: null } as const;
  const { numbers } = encodeEvents([event, event]);
  const encoder = new EventEncoder();
  encoder.add(event);
  encoder.addEncoded({ atNs: 9, thread: 0, loop: null }, numbers, 0, numbers.length);
  const late = { ...event, atNs: 9 };
  expect(decodeEvents(encoder.take())).toEqual([event, late, late]);
});

it('needs no text for the names that asyncio gives to tasks', () => {
  const named = (name: string) => ({
    ...({ kind: 'task-created', atNs: 0, thread: 0, loop: null, task: 1, name } as const),
    ...{ coroutine: 'main', args: '', isLibrary: false, parent: 0, location: null },
  });
  for (const name of ['Task-1', 'Task-999999999999']) {
    const encoded = encodeEvents([named(name)]);
    expect(encoded.texts).toEqual(['main', '']);
    expect(decodeEvents(encoded)).toEqual([named(name)]);
  }
  for (const name of ['Task-0', 'Task-01', 'Task-1000000000000', 'Task-', 'Task-1 ', 'a Task-1']) {
    const encoded = encodeEvents([named(name)]);
    expect(encoded.texts).toEqual([name, 'main', '']);
    expect(decodeEvents(encoded)).toEqual([named(name)]);
  }
});

it('has a number for each kind, and none is that of a change of thread or loop', () => {
  expect(KINDS.map(numberOfKind)).toEqual(KINDS.map((_, index) => index + 1));
});

it('refuses whatever is no encoding, in words and at once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer(), fc.double())), (numbers) => {
      try {
        decodeEvents({ numbers, texts: ['a'] });
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidTrace);
      }
    }),
  );
});

it('refuses an encoding in which a number was changed, or reads events that can be', () => {
  fc.assert(
    fc.property(arbitraryEvents(), fc.nat(), fc.integer(), (events, index, number) => {
      const encoded = encodeEvents(events);
      const numbers = Array.from(encoded.numbers);
      numbers[index % (numbers.length + 1)] = number;
      try {
        const decoded = decodeEvents({ ...encoded, numbers });
        expect(decodeEvents(encodeEvents(decoded))).toEqual(decoded);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidTrace);
      }
    }),
  );
});

const TRACE: Trace = {
  version: 2,
  origin: 'loopscope',
  clock: 'virtual',
  program: { name: 'main.py', source: 'pass', seed: 0 },
  events: [{ kind: 'line', atNs: 0, thread: 0, loop: null, location: { file: 0, line: 1 }, by: 0 }],
  outcome: { kind: 'exited', status: 0, error: null },
  endedNs: 0,
};

it('reads a whole trace from JSON', () => {
  const sent = JSON.stringify(encodeTrace(TRACE));
  expect(decodeTrace(JSON.parse(sent) as EncodedTrace)).toEqual(TRACE);
});

it.each<[what: string, changes: object, why: string]>([
  ['of another version', { version: 1 }, 'expected 2, the only one that is known, found 1.'],
  ['without events', { events: null }, 'at events, expected numbers and texts, found null.'],
  ['with events as objects', { events: TRACE.events }, 'expected numbers and texts, found a list.'],
  ['that ended before its events', { endedNs: -1 }, 'expected whole nanoseconds from 0, found -1.'],
])('refuses a trace %s', (_, changes, why) => {
  const encoded = { ...encodeTrace(TRACE), ...changes } as EncodedTrace;
  expect(() => decodeTrace(encoded)).toThrow(why);
});
