import { expect, it } from 'vitest';
import { JUST_LATE_NS, REALISTIC } from '../schedule.ts';
import { policyOf, type SchedulePolicy } from './schedule-policy.ts';

const SECOND = 1e9;

function lateness(policy: SchedulePolicy | null, inNs: number, count = 2_000): number[] {
  return Array.from(
    { length: count },
    (_, number) => policy?.latenessNs({ number, kind: 'timer', inNs, dueNs: inNs }) ?? 0,
  );
}

it('first in, first out leaves nothing to decide', () => {
  expect(policyOf({ policy: 'fifo' })).toBeNull();
});

it('a script puts off the choices that it names', () => {
  const policy = policyOf({ policy: 'scripted', late: [{ number: 2, byNs: 5 }] });
  expect(lateness(policy, SECOND, 4)).toEqual([0, 0, 5, 0]);
});

it('a script interrupts threads at the looks that it names, and for as long', () => {
  const late = [
    { look: 9, byNs: 7 },
    { look: 0, byNs: 5 },
    { number: 4, byNs: 1 },
  ];
  const policy = policyOf({ policy: 'scripted', late });
  expect([-1, 0, 3, 9].map((look) => policy?.looksToInterruption(look, false))).toEqual([
    1,
    9,
    6,
    Number.POSITIVE_INFINITY,
  ]);
  expect([0, 9].map((look) => policy?.interruptionNs(look))).toEqual([5, 7]);
});

it('some seeds interrupt threads at nearly every look, others at one of thousands', () => {
  const gaps = Array.from({ length: 60 }, (_, seed) => {
    const policy = policyOf({ policy: 'seeded', seed });
    const all = Array.from({ length: 50 }, () => policy?.looksToInterruption(0, false) ?? 0);
    expect(all.every((gap) => Number.isSafeInteger(gap) && gap > 0)).toBe(true);
    return all.reduce((sum, gap) => sum + gap, 0) / all.length;
  });
  expect(Math.min(...gaps)).toBeLessThan(3);
  expect(Math.max(...gaps)).toBeGreaterThan(1_000);
});

it('where no other thread can run, a seed looks again a little later', () => {
  const policy = policyOf({ policy: 'seeded', seed: 1 });
  const gaps = Array.from({ length: 8 }, (_, look) => policy?.looksToInterruption(look, true));
  expect(gaps).toEqual([2, 4, 8, 16, 32, 64, 64, 64]);
});

it('a seed decides the same each time, and another seed otherwise', () => {
  const of = (seed: number) => lateness(policyOf({ policy: 'seeded', seed }), SECOND);
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});

it('a seed is realistic: some milliseconds at the most, and a hundredth of how far ahead it is', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const late = lateness(policyOf({ policy: 'seeded', seed }), 10 * SECOND);
    expect(Math.max(...late)).toBeLessThanOrEqual(REALISTIC.atMostNs + 0.1 * SECOND);
    expect(Math.min(...late)).toBe(0);
    expect(late.every(Number.isSafeInteger)).toBe(true);
  }
});

it('of some seeds nearly all comes on time, of others half is late, and some is only just behind', () => {
  const shares = Array.from({ length: 60 }, (_, seed) => {
    const late = lateness(policyOf({ policy: 'seeded', seed }), SECOND);
    expect(late).toContain(JUST_LATE_NS);
    return late.filter((ns) => ns > 0).length / late.length;
  });
  expect(Math.min(...shares)).toBeLessThan(0.03);
  expect(Math.max(...shares)).toBeGreaterThan(0.4);
});

it('is as late as is asked for', () => {
  const within = { atMostNs: 0, share: 1 };
  const late = lateness(policyOf({ policy: 'seeded', seed: 3, within }), SECOND);
  expect(Math.max(...late)).toBeGreaterThan(0.8 * SECOND);
});
