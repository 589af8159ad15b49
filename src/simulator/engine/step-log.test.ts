import { expect, it } from 'vitest';
import type { RecordingEvent } from '../../trace/recording.ts';
import { StepLog } from './step-log.ts';

const START = 3;

function createLog() {
  let memory = new Float64Array(64);
  let nowNs = 0;
  const told: (RecordingEvent | 'step')[] = [];
  const log = new StepLog({
    memory: () => memory,
    nowNs: () => nowNs,
    onStep: () => told.push('step'),
    tell: (event) => told.push(event),
  });
  return {
    log,
    told,
    write: (at: number, ...words: number[]) => memory.set(words, START + at),
    grow: () => {
      memory = new Float64Array([...memory, ...memory]);
    },
    passTo: (ns: number) => {
      nowNs = ns;
    },
    words: () => [...memory.slice(START, START + 12)],
  };
}

it('tells the entries in their order, with the time at which they are read, and frees them', () => {
  const { log, told, write, passTo, words } = createLog();
  log.open(START * Float64Array.BYTES_PER_ELEMENT);
  log.nameCall(0, 'sleep');
  passTo(5);
  write(0, 1, 7, -1, 2, 7, 3, 7, 12, 0, -1, -1, 9e9);
  log.drain();
  expect(told).toEqual([
    { kind: 'task-ready', atNs: 5, task: 7, by: null },
    'step',
    { kind: 'step-began', atNs: 5, task: 7 },
    {
      kind: 'step-ended',
      atNs: 5,
      task: 7,
      waitsOn: { line: 12, call: 'sleep', task: null, primitive: null, untilNs: 9e9 },
    },
  ]);
  expect(words()).toEqual(Array(12).fill(0));
});

it('goes on where it was, also when memory has grown, until it is rewound', () => {
  const { log, told, write, grow } = createLog();
  log.open(START * Float64Array.BYTES_PER_ELEMENT);
  write(0, 4, 1);
  log.drain();
  grow();
  write(2, 5, 20, 1);
  log.drain();
  log.rewind();
  write(0, 4, 2);
  log.drain();
  expect(told).toEqual([
    { kind: 'step-ended', atNs: 0, task: 1, waitsOn: null },
    { kind: 'line', atNs: 0, line: 20, by: 1 },
    { kind: 'step-ended', atNs: 0, task: 2, waitsOn: null },
  ]);
});

it('reads nothing before it is opened, and refuses what is no entry', () => {
  const { log, told, write } = createLog();
  write(-START, 1, 2, 3);
  log.drain();
  expect(told).toEqual([]);
  log.open(START * Float64Array.BYTES_PER_ELEMENT);
  write(0, 99);
  expect(() => log.drain()).toThrow('expected an entry of the step log, found 99');
});
