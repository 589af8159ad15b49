import { expect, it } from 'vitest';
import { PollingCost } from './polling-cost.ts';

const FAR = Number.POSITIVE_INFINITY;

/** How many turns, and how much time, a poller needs until `dueNs`. */
function polled(cost: PollingCost, dueNs: number) {
  let nowNs = 0;
  let turns = 0;
  while (nowNs < dueNs) {
    nowNs += cost.turn(dueNs - nowNs);
    turns += 1;
  }
  return { nowNs, turns };
}

it('lets a poller come to an instant exactly, in turns that grow with the logarithm of the wait', () => {
  expect(polled(new PollingCost(), 2e9)).toEqual({ nowNs: 2e9, turns: 28_958 });
  expect(polled(new PollingCost(), 3_600e9)).toEqual({ nowNs: 3_600e9, turns: 82_324 });
});

it('gives what came due ten turns before polling costs again', () => {
  const cost = new PollingCost();
  polled(cost, 2e9);
  const costs = Array.from({ length: 11 }, () => cost.turn(FAR));
  expect(costs.slice(0, 10).every((ns) => ns === 0)).toBe(true);
  expect(costs[10]).toBeGreaterThan(0);
});

it('forgets the turns after a wait of a millisecond, and not after a shorter one', () => {
  const cost = new PollingCost();
  polled(cost, 2e9);
  cost.waited(10_000);
  for (let turn = 0; turn < 10; turn += 1) cost.turn(FAR);
  expect(cost.turn(FAR)).toBeGreaterThan(0);
  cost.waited(1_000_000);
  expect(cost.turn(FAR)).toBe(0);
});

it('has turns cost what they cost natively where there is nothing to wait for', () => {
  const cost = new PollingCost();
  for (let turn = 0; turn < 100_000; turn += 1) cost.turn(FAR);
  expect(cost.turn(FAR)).toBe(30_000);
});

it('lets one who reads the clock get on, though nothing is due', () => {
  const cost = new PollingCost();
  let nowNs = 0;
  let turns = 0;
  for (; nowNs < 60e9; turns += 1) {
    nowNs += cost.reading();
    nowNs += cost.turn(FAR);
  }
  expect(turns).toBeLessThan(55_000);
});

it('has no turn take longer than a second', () => {
  const cost = new PollingCost();
  for (let turn = 0; turn < 100_000; turn += 1) cost.turn(1e15);
  expect(cost.turn(1e15)).toBe(1e9);
});
