import { expect, test } from 'vitest';
import { cut, recordingOf } from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';

test('a recording that was cut says from where', () => {
  expect(dumpExplanations(recordingOf([cut(3.2)], { endedS: 5 }))).toBe(`
recording-cut: The recording stops at 3.200, having reached its limit: after that there is only output.`);
});
