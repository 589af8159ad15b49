import { expect, test } from 'vitest';
import { analysisOf } from '../analysis/analysis.ts';
import { created, slept, step, traceOf } from '../trace/test-events.ts';
import { groupProfile } from './group-profile.ts';

test('a group is as high as the share of it that is under way', () => {
  const { lanes } = analysisOf(
    traceOf([
      ...created(0, 1, 'nap'),
      ...created(0, 2, 'nap'),
      ...slept(0, 1, 1),
      ...step(1, 1, null),
      ...slept(1, 2, 3),
      ...step(3, 2, null),
    ]),
  );
  expect(groupProfile(lanes, { fromNs: 0, toNs: 4e9 }, 4)).toEqual([1, 1, 0.5, 0.5]);
});
