import { describe, expect, it } from 'vitest';
import { decodeEvents, EventDecoder, EventEncoder, encodeEvents } from './encoding.ts';
import type { RecordingEvent } from './recording.ts';

/** One of every kind, with nulls wherever they may stand. */
const EVENTS: RecordingEvent[] = [
  { kind: 'line', atNs: 0, line: 3, by: 0 },
  { kind: 'task-created', atNs: 0, task: 1, name: 'a', coroutine: 'fetch', parent: 0, line: null },
  { kind: 'task-ready', atNs: 0, task: 1, by: null },
  { kind: 'step-began', atNs: 5, task: 1 },
  {
    kind: 'step-ended',
    atNs: 5,
    task: 1,
    waitsOn: { line: 4, call: 'Lock.acquire', task: null, primitive: 1, untilNs: 2e15 },
  },
  { kind: 'step-ended', atNs: 9, task: 1, waitsOn: null },
  { kind: 'task-finished', atNs: 9, task: 1, how: 'raised', detail: 'ValueError: é' },
  { kind: 'thread-started', atNs: 9, thread: 2, name: 'asyncio_0', parent: 1, line: 7 },
  {
    kind: 'thread-parked',
    atNs: 9,
    thread: 2,
    waitsOn: { line: null, call: null, task: null, primitive: null, untilNs: null },
  },
  { kind: 'thread-resumed', atNs: 10, thread: 2 },
  { kind: 'thread-ended', atNs: 10, thread: 2 },
  { kind: 'callback-scheduled', atNs: 10, callback: 1, name: 'tick', by: 1, line: 2, dueNs: null },
  { kind: 'callback-began', atNs: 10, callback: 1 },
  { kind: 'callback-ended', atNs: 10, callback: 1 },
  { kind: 'callback-cancelled', atNs: 10, callback: 2, by: 1 },
  {
    kind: 'primitive-seen',
    atNs: 10,
    primitive: 1,
    type: 'Lock',
    name: null,
    state: { kind: 'lock', holder: null },
  },
  {
    kind: 'primitive-changed',
    atNs: 10,
    primitive: 1,
    by: 1,
    state: { kind: 'semaphore', value: 0, holders: [1, 2] },
  },
  { kind: 'loop-blocked', atNs: 3e9, fromNs: 1e9, by: 1, line: 6, call: 'time.sleep' },
  { kind: 'output', atNs: 3e9, stream: 'stderr', text: 'tea\n', by: 0 },
  { kind: 'recording-cut', atNs: 3e9 },
];

describe('encoding', () => {
  it('gives every kind of event back as it was', () => {
    expect(decodeEvents(encodeEvents(EVENTS))).toEqual(EVENTS);
  });

  it('survives JSON', () => {
    expect(decodeEvents(JSON.parse(JSON.stringify(encodeEvents(EVENTS))))).toEqual(EVENTS);
  });

  it('goes on from batch to batch, and sends each text once', () => {
    const encoder = new EventEncoder();
    const decoder = new EventDecoder();
    const decoded = [];
    const texts = [];
    for (const event of [...EVENTS, ...EVENTS.map((event) => ({ ...event, atNs: 4e9 }))]) {
      encoder.add(event);
      const batch = encoder.take();
      texts.push(...batch.texts);
      decoded.push(...decoder.decode(batch));
    }
    expect(decoded.slice(0, EVENTS.length)).toEqual(EVENTS);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    [{ numbers: [99, 0], texts: [] }, 'expected a kind of event at number 0, found 99'],
    [{ numbers: [2, 0], texts: [] }, 'expected task, found the end of the events'],
    [{ numbers: [16, 0, 5, 5, 0], texts: [] }, 'expected a text at place 5, found none'],
  ])('refuses what is no encoding: %j', (encoded, message) => {
    expect(() => decodeEvents(encoded)).toThrow(message);
  });
});
