import { expect, it } from 'vitest';
import { endOfPossible } from '../../trace/check-encoded.ts';
import { decodeEvents } from '../../trace/codec.ts';
import { KINDS, numberOfKind, TASK_NAMES } from '../../trace/encoding.ts';
import { EventEncoder } from '../../trace/event-encoder.ts';
import type { TraceEvent } from '../../trace/schema.ts';
import { StepLog } from './step-log.ts';

const START = 3;
const CREATED = numberOfKind('task-created');
const READY = numberOfKind('task-ready');
const BEGAN = numberOfKind('step-began');
const ENDED = numberOfKind('step-ended');

function createLog() {
  let memory = new Float64Array(64);
  let atNs = 0;
  const encoder = new EventEncoder();
  const kinds: (string | undefined)[] = [];
  let emitted = 0;
  const log = new StepLog({
    memory: () => memory,
    endOf: (entries, at) => endOfPossible(entries, at, null, encoder.texts),
    onForged: () => kinds.push('forged'),
    onEntry: (kind) => kinds.push(KINDS[kind - 1]),
    emit(entries, from, to, count) {
      encoder.addEncoded({ atNs, thread: 0, loop: null }, entries, from, to);
      emitted += count;
    },
  });
  log.open(START * Float64Array.BYTES_PER_ELEMENT, 64 * Float64Array.BYTES_PER_ELEMENT);
  return {
    log,
    kinds,
    textNumber: (text: string) => encoder.numberOf(text),
    /** What was emitted since the last call. */
    events: (): TraceEvent[] => {
      const events = decodeEvents(encoder.take());
      expect(events).toHaveLength(emitted);
      emitted = 0;
      return events;
    },
    write: (at: number, ...words: number[]) => memory.set(words, START + at),
    grow: () => {
      memory = new Float64Array([...memory, ...memory]);
    },
    passTo: (ns: number) => {
      atNs = ns;
    },
    words: () => [...memory.slice(START, START + 25)],
  };
}

/** `worker("a")` is task 1, made by the main program. */
const created = (worker: number, args: number) =>
  [CREATED, 0, 1, TASK_NAMES + 12, worker, args, 0, 0, 7] as const;

it('emits the entries in their order, with the time at which they are read, and frees them', () => {
  const { log, kinds, events, textNumber, write, passTo, words } = createLog();
  passTo(5);
  const [sleep, worker, args] = ['sleep', 'worker', '"a"'].map(textNumber) as [
    number,
    number,
    number,
  ];
  write(0, ...created(worker, args), READY, 0, 1, -1, BEGAN, 0, 1);
  // location, call and untilNs are the bits 0, 1 and 5 of a wait.
  write(16, ENDED, 0, 1, 0b100011, 12, sleep, 9e9);
  log.drain();
  const stamp = { atNs: 5, thread: 0, loop: null };
  expect(events()).toMatchObject([
    { kind: 'task-created', ...stamp, task: 1, name: 'Task-12', coroutine: 'worker', args: '"a"' },
    { kind: 'task-ready', ...stamp, task: 1, by: null },
    { kind: 'step-began', ...stamp, task: 1 },
    {
      kind: 'step-ended',
      ...stamp,
      task: 1,
      waitsOn: { location: { file: 0, line: 12 }, call: 'sleep', task: null, untilNs: 9e9 },
    },
  ]);
  expect(kinds).toEqual(['task-created', 'task-ready', 'step-began', 'step-ended']);
  expect(words()).toEqual(Array.from({ length: 25 }, () => 0));
});

it('goes on where it stopped, and from the first word after it was rewound', () => {
  const { log, kinds, write } = createLog();
  write(0, BEGAN, 0, 1);
  log.drain();
  write(3, ENDED, 0, 1, -1);
  log.rewind();
  write(0, READY, 0, 2, 0);
  log.drain();
  log.drain();
  expect(kinds).toEqual(['step-began', 'step-ended', 'task-ready']);
});

it('finds the log after memory has grown', () => {
  const { log, kinds, write, grow } = createLog();
  grow();
  write(0, READY, 0, 3, 0);
  log.drain();
  expect(kinds).toEqual(['task-ready']);
});

it('throws away what somebody else than the recorder has written, and says so', () => {
  const { log, kinds, write, words } = createLog();
  write(0, BEGAN, 0, 1, 999, 1, 2, 3);
  log.drain();
  expect(kinds).toEqual(['step-began', 'forged']);
  log.rewind();
  // A wait for more tasks than the log has words.
  write(0, ENDED, 0, 1, 1 << 3, 1e9);
  log.drain();
  expect(kinds).toEqual(['step-began', 'forged', 'forged']);
  expect(words()).toEqual(Array.from({ length: 25 }, () => 0));
});
