import { expect, it } from 'vitest';
import type { LateChoice, Schedule } from '../simulator/schedule.ts';
import { LEVELS, type Stretch, scheduleAt, stretches } from './schedules.ts';

function firstStretches(count: number): Stretch[] {
  return stretches().take(count).toArray();
}

/** The first orders, where nothing breaks. */
function tried(count: number, choices: number, looks = 0): Schedule[] {
  return firstStretches(20)
    .flatMap((stretch) =>
      Array.from({ length: stretch.to - stretch.from }, (_, at) =>
        scheduleAt(stretch.from + at, stretch, { level: stretch.level, open: { choices, looks } }),
      ),
    )
    .slice(0, count);
}

function choicesOf(schedules: readonly Schedule[]): LateChoice[] {
  return schedules
    .flatMap((of) => (of.policy === 'scripted' ? of.late : []))
    .filter((late) => 'number' in late);
}

it('a round is as long as all before it, and what is likely comes first in each', () => {
  expect(firstStretches(9).map(({ from, to, level }) => [from, to, level])).toEqual([
    [0, 60, 0],
    [60, 80, 1],
    [80, 100, 2],
    [100, 160, 0],
    [160, 180, 1],
    [180, 200, 2],
    [200, 320, 0],
    [320, 360, 1],
    [360, 400, 2],
  ]);
});

it('one thing is late at a time, each once, beside what is at random', () => {
  const single = choicesOf(tried(1_000, 5));
  expect(single.map(({ number }) => number)).toEqual([0, 0, 4, 4, 2, 2, 1, 1, 3, 3]);
  expect(new Set(single.map(({ number, byNs }) => `${number} ${byNs}`)).size).toBe(10);
});

it('of a long run the first single things are spread over all of it', () => {
  const numbers = choicesOf(tried(60, 10_000));
  expect(numbers).toHaveLength(15);
  expect(Math.max(...numbers.map(({ number }) => number))).toBeGreaterThan(9_000);
});

it('every order at random has a seed of its own, and is as late as its level', () => {
  const seeds = tried(400, 5).flatMap((of) => (of.policy === 'seeded' ? [of] : []));
  expect(new Set(seeds.map(({ seed }) => seed)).size).toBe(seeds.length);
  expect(new Set(seeds.map(({ within }) => within))).toEqual(new Set(LEVELS));
});
