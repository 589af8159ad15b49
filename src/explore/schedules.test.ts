import { expect, it } from 'vitest';
import { LEVELS, schedulesOf } from './schedules.ts';

it('at first one thing is late at a time, each in its turn; then all is at random', () => {
  const schedules = schedulesOf(0, { count: 100, choices: 5, firstSeed: 7 });
  expect(schedules).toHaveLength(100);
  const single = schedules.filter(({ policy }) => policy === 'scripted');
  expect(single).toHaveLength(10);
  expect(schedules.slice(0, 10)).toEqual(single);
  expect(schedules[10]).toEqual({ policy: 'seeded', seed: 7, within: LEVELS[0] });
  expect(schedules.at(-1)).toMatchObject({ seed: 96 });
});

it('of a long run a quarter goes to single things, spread over all of it', () => {
  const schedules = schedulesOf(0, { count: 100, choices: 10_000, firstSeed: 1 });
  const numbers = schedules.flatMap((of) => (of.policy === 'scripted' ? of.late : []));
  expect(numbers).toHaveLength(25);
  expect(numbers.at(-1)?.number).toBeGreaterThan(9_000);
});

it('what is tried later is later', () => {
  const atMost = LEVELS.map(({ atMostNs }) => atMostNs);
  expect(atMost).toEqual(atMost.toSorted((a, b) => a - b));
  expect(schedulesOf(2, { count: 3, choices: 5, firstSeed: 1 })).toEqual(
    [1, 2, 3].map((seed) => ({ policy: 'seeded', seed, within: LEVELS[2] })),
  );
});
