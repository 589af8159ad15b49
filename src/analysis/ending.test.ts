import { expect, test } from 'vitest';
import type { TraceEvent } from '../trace/schema.ts';
import {
  began,
  blocks,
  created,
  DEADLOCKED,
  parked,
  processStarted,
  ready,
  sleepUntil,
  step,
  threadStarted,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { analysisOf } from './analysis.ts';

test('at the end everybody stands somewhere, but for those who had ended', () => {
  const events = [
    ...created(0, 1, 'waits'),
    ...created(0, 2, 'is ready'),
    ...created(0, 3, 'is over'),
    ...created(0, 4, 'blocks'),
    ...step(0, 1, sleepUntil(5, 3)),
    ...step(0, 2, sleepUntil(1, 4)),
    ...step(0, 3, null),
    threadStarted(0, 5, 'worker', 1),
    parked(0, 5, wait({ call: 'Queue.get', line: 9 })),
    processStarted(0, 6, 'sleep 9', 1),
    ready(1, 2),
    began(1, 4),
    blocks(1, 4, wait({ call: 'queue.Queue.get', line: 12 })),
  ];
  expect(dump(events)).toEqual([
    '1 waiting since 0 in sleep',
    '2 ready since 1',
    '4 blocked since 1 in queue.Queue.get',
    '5 parked since 0 in Queue.get',
    '6 running since 0',
  ]);
});

test('a stall that is not over at the end says so, even if no time passed', () => {
  const events = [
    ...created(0, 1, 'main'),
    began(0, 1),
    blocks(0, 1, wait({ call: 'queue.Queue.get', line: 12 })),
  ];
  const { stalls } = analysisOf(traceOf(events, { outcome: DEADLOCKED }));
  expect(stalls).toMatchObject([{ by: 1, call: 'queue.Queue.get', isOver: false, loop: 1 }]);
});

function dump(events: readonly TraceEvent[]): string[] {
  return analysisOf(traceOf(events, { outcome: DEADLOCKED })).ending.map(
    ({ agent, status, waitsOn, sinceNs }) =>
      `${agent} ${status} since ${sinceNs / 1e9}${waitsOn ? ` in ${waitsOn.call}` : ''}`,
  );
}
