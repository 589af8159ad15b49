import { expect, test } from 'vitest';
import type { Trace } from '../trace/schema.ts';
import {
  began,
  blocks,
  called,
  created,
  finished,
  limitEnded,
  limitSet,
  loopBegan,
  on,
  ready,
  scheduled,
  sleepUntil,
  step,
  suspended,
  threadStarted,
  traceOf,
  unblocked,
  wait,
} from '../trace/test-events.ts';
import { analysisOf } from './analysis.ts';
import { delaysBy, limitsDueDuring } from './delays.ts';

/** `rude` blocks the main loop from 0 to 3; another thread has a loop of its own. */
const RUN = traceOf([
  loopBegan(0, 1),
  created(0, 1, 'polite'),
  created(0, 2, 'rude'),
  began(0, 1),
  limitSet(0, 1, 1, 2, { line: 5 }),
  limitSet(0, 2, 1, 9, { line: 6 }),
  suspended(0, 1, sleepUntil(1, 4)),
  scheduled(0, 1, 'tick', 2.5),
  threadStarted(0, 3, 'other loop', 0),
  on(3, null, [loopBegan(0, 2)]),
  on(3, 2, [created(0, 4, 'elsewhere'), step(0, 4, sleepUntil(1, 4))]),
  began(0, 2),
  blocks(0, 2, wait({ line: 10, call: 'time.sleep' })),
  on(3, 2, [ready(1, 4), step(1, 4, null)]),
  unblocked(3, 2),
  finished(3, 2),
  ready(3, 1),
  step(3, 1, null),
  limitEnded(3, 1, 'expired'),
  called(3, 1),
]);

test('who ran late because a loop was held is counted, those of another loop are not', () => {
  expect(delays(RUN)).toEqual(['polite by 2', 'callback 1 by 0.5']);
});

test('a time limit that was up meanwhile could not fire', () => {
  const { stalls, agents, limits } = analysisOf(RUN);
  const late = stalls.flatMap((stall) => limitsDueDuring(stall, agents, limits));
  expect(late.map(({ id }) => id)).toEqual([1]);
});

function delays(trace: Trace): string[] {
  const analysis = analysisOf(trace);
  return delaysBy(analysis, analysis.stalls).map(({ agent, callback, byNs }) => {
    const who = callback === null ? analysis.agents.get(agent)?.label : `callback ${callback}`;
    return `${who} by ${byNs / 1e9}`;
  });
}
