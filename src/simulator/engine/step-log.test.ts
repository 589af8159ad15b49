import { expect, it } from 'vitest';
import { numberOfKind } from '../../trace/codec.ts';
import type { TraceEvent } from '../../trace/schema.ts';
import { StepLog } from './step-log.ts';

const START = 3;
const READY = numberOfKind('task-ready');
const BEGAN = numberOfKind('step-began');
const ENDED = numberOfKind('step-ended');

function createLog() {
  let memory = new Float64Array(64);
  let atNs = 0;
  const emitted: (TraceEvent | 'step')[] = [];
  const log = new StepLog({
    memory: () => memory,
    stamp: () => ({ atNs, thread: 0, loop: 1 }),
    onStep: () => emitted.push('step'),
    emit: (event) => emitted.push(event),
  });
  log.open(START * Float64Array.BYTES_PER_ELEMENT, 0);
  return {
    log,
    emitted,
    write: (at: number, ...words: number[]) => memory.set(words, START + at),
    grow: () => {
      memory = new Float64Array([...memory, ...memory]);
    },
    passTo: (ns: number) => {
      atNs = ns;
    },
    words: () => [...memory.slice(START, START + 12)],
  };
}

it('emits the entries in their order, with the time at which they are read, and frees them', () => {
  const { log, emitted, write, passTo, words } = createLog();
  log.nameText(0, 'sleep');
  passTo(5);
  // location, call and untilNs are the bits 0, 1 and 5 of a wait.
  write(0, READY, 7, -1, BEGAN, 7, ENDED, 7, 0b100011, 12, 0, 9e9);
  log.drain();
  const stamp = { atNs: 5, thread: 0, loop: 1 };
  expect(emitted).toMatchObject([
    { kind: 'task-ready', ...stamp, task: 7, by: null },
    'step',
    { kind: 'step-began', ...stamp, task: 7 },
    {
      kind: 'step-ended',
      ...stamp,
      task: 7,
      waitsOn: { location: { file: 0, line: 12 }, call: 'sleep', task: null, untilNs: 9e9 },
    },
  ]);
  expect(words()).toEqual(Array.from({ length: 12 }, () => 0));
});

it('goes on where it stopped, and from the first word after it was rewound', () => {
  const { log, emitted, write } = createLog();
  write(0, BEGAN, 1);
  log.drain();
  write(2, ENDED, 1, -1);
  log.rewind();
  write(0, BEGAN, 2);
  log.drain();
  expect(emitted.filter((event) => event !== 'step')).toMatchObject([
    { kind: 'step-began', task: 1 },
    { kind: 'step-ended', task: 1, waitsOn: null },
    { kind: 'step-began', task: 2 },
  ]);
});

it('finds the log after memory has grown', () => {
  const { log, emitted, write, grow } = createLog();
  grow();
  write(0, READY, 3, 0);
  log.drain();
  expect(emitted).toMatchObject([{ kind: 'task-ready', task: 3, by: 0 }]);
});
