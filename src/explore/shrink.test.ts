import { expect, it } from 'vitest';
import { isOfSame, JUST_LATE_NS, type Late } from '../simulator/schedule.ts';
import { shrink } from './shrink.ts';

const MS = 1e6;

const late = (...numbers: number[]): Late[] =>
  numbers.map((number) => ({ number, byNs: 40 * MS + number }));

/** Broken as long as each of these is late by so much at least. */
function needs(needed: Readonly<Record<number, number>>) {
  let asked = 0;
  const stillBroken = async (candidates: readonly (readonly Late[])[]) => {
    asked += candidates.length;
    return candidates.map((candidate) =>
      Object.entries(needed).every(([number, byNs]) =>
        candidate.some((of) => isOfSame(of, { number: Number(number), byNs }) && of.byNs >= byNs),
      ),
    );
  };
  return { stillBroken, asked: () => asked };
}

it('keeps the one thing that has to be late, and as little as it needs', async () => {
  const { stillBroken, asked } = needs({ 13: 7.02 * MS });
  const all = late(...Array.from({ length: 60 }, (_, number) => number));
  expect(await shrink(all, stillBroken)).toEqual([{ number: 13, byNs: 7.1 * MS }]);
  expect(asked()).toBeLessThan(60);
});

it('keeps two or three that are needed together, wherever they stand', async () => {
  const all = late(...Array.from({ length: 40 }, (_, number) => number));
  const { stillBroken } = needs({ 0: 1, 20: 1, 39: 12 * MS });
  expect(await shrink(all, stillBroken)).toEqual([
    { number: 0, byNs: JUST_LATE_NS },
    { number: 20, byNs: JUST_LATE_NS },
    { number: 39, byNs: 12 * MS },
  ]);
});

it('is just behind where that is enough', async () => {
  const { stillBroken } = needs({ 5: 1 });
  expect(await shrink(late(1, 5, 9), stillBroken)).toEqual([{ number: 5, byNs: JUST_LATE_NS }]);
});

it('leaves what breaks at no other lateness as it is', async () => {
  const all = [{ number: 3, byNs: 12_345_678 }];
  const exact = async (candidates: readonly (readonly Late[])[]) =>
    candidates.map((candidate) => candidate[0]?.byNs === 12_345_678);
  expect(await shrink(all, exact)).toEqual(all);
});

it('of what is broken in any case nothing is late', async () => {
  const always = async (candidates: readonly unknown[]) => candidates.map(() => true);
  expect(await shrink(late(1, 2, 3), always)).toEqual([]);
  expect(await shrink([], always)).toEqual([]);
});
