import { describe, expect, it } from 'vitest';
import { type OwnWork, watchComputing } from './computing.ts';
import type { Looks } from './signal-looks.ts';

type Hook = ReturnType<OwnWork['lookForHook']>;

/** Looks at the buffer so often, and answers how much work was told of. */
function worked(ticks: number, hookAt: (tick: number) => Hook): number {
  const given: { buffer?: { readonly 0: number } } = {};
  let tick = 0;
  let costNs = 0;
  const pyodide = {
    setInterruptBuffer: (buffer: unknown) => {
      given.buffer = buffer as { readonly 0: number };
    },
  };
  const own = { takeOwnLooks: () => 0, lookForHook: () => hookAt(tick) };
  const looks: Looks = { left: 0, takeWithin: () => null };
  const compute = (ns: number) => {
    costNs += ns;
    return false;
  };
  watchComputing(pyodide, looks, own, { compute, isExempt: false, isToBeInterrupted: false });
  for (; tick < ticks; tick += 1) given.buffer?.[0];
  return costNs;
}

it('charges the program for its ticks, and not for those that fall into hooks, be they long', () => {
  expect(worked(80, () => 'none')).toBe(80 * 4_500);
  expect(worked(160, (tick) => (tick % 2 === 0 ? 'another' : 'none'))).toBe(80 * 4_500);
  expect(worked(10_000, (tick) => (tick === 0 ? 'another' : 'same'))).toBe(0);
});

it('charges a loop of which every tick falls into a hook', () => {
  expect(worked(200 + 80, () => 'another')).toBe(80 * 4_500);
});

describe('within a call of C', () => {
  function counted(withinOf: (look: number) => ReturnType<Looks['takeWithin']>, looks: number) {
    const given: { buffer?: { readonly 0: number } } = {};
    const asking: Looks = { left: 50, takeWithin: () => withinOf(look) };
    const own: OwnWork = { takeOwnLooks: () => 0, lookForHook: () => 'none' };
    let costNs = 0;
    let look = 0;
    const pyodide = {
      setInterruptBuffer(buffer: unknown) {
        given.buffer = buffer as { readonly 0: number };
      },
    };
    const compute = (ns: number) => {
      costNs += ns;
      return true;
    };
    const computing = watchComputing(pyodide, asking, own, {
      compute,
      isExempt: false,
      isToBeInterrupted: false,
    });
    const signals = new Set<number | undefined>();
    for (; look < looks; look += 1) signals.add(given.buffer?.[0]);
    return { costNs, signals: [...signals], computing, asking };
  }

  it('charges iterations once they are very many, and asks by a signal of its own', () => {
    const { costNs, signals } = counted(() => 'iteration', 1_032);
    expect(costNs).toBe(1_000 * 1_310_720);
    expect(signals).toEqual([0, 63]);
  });

  it('charges nothing for iterations where others come between', () => {
    const { costNs } = counted((look) => (look % 20 === 0 ? null : 'iteration'), 140);
    expect(costNs).toBe(0);
  });

  it('charges expressions by themselves', () => {
    expect(counted(() => 'expression', 4).costNs).toBe(100_000);
  });

  it('counts from nothing when the program begins', () => {
    const { computing, asking } = counted(() => null, 0);
    asking.left = 7;
    computing.begin();
    expect(asking.left).toBe(50);
  });
});

it('is asked at the next look where it could not interrupt, which costs no more than that look', () => {
  const given: { buffer?: { readonly 0: number } } = {};
  const looks: Looks = { left: 50, takeWithin: () => null };
  const own: OwnWork = { takeOwnLooks: () => 0, lookForHook: () => 'none' };
  let reports = 0;
  const pyodide = {
    setInterruptBuffer(buffer: unknown) {
      given.buffer = buffer as { readonly 0: number };
    },
  };
  const compute = () => {
    reports += 1;
    return true;
  };
  const computing = watchComputing(pyodide, looks, own, {
    compute,
    isExempt: false,
    isToBeInterrupted: false,
  });
  const ask = () => given.buffer?.[0];
  for (let tick = 1; tick < 8; tick += 1) expect(ask()).toBe(0);
  expect(ask()).toBe(64);
  for (let tried = 0; tried < 64; tried += 1) {
    expect(computing.askSoon()).toBe(true);
    // The handler's own.
    expect(looks.left).toBe(1);
    expect(ask()).toBe(64);
  }
  expect(computing.askSoon()).toBe(false);
  // 64 of the 400 looks are over.
  for (let tick = 1; tick < 7; tick += 1) expect(ask()).toBe(0);
  expect([ask(), reports]).toEqual([64, 2]);
});

it('counts nothing of what is exempt, and goes on from where it was', () => {
  const given: { buffer?: { readonly 0: number } } = {};
  const looks: Looks = { left: 50, takeWithin: () => null };
  const own: OwnWork = { takeOwnLooks: () => 0, lookForHook: () => 'none' };
  const compute = () => true;
  const pyodide = {
    setInterruptBuffer(buffer: unknown) {
      given.buffer = buffer as { readonly 0: number };
    },
  };
  const computing = watchComputing(pyodide, looks, own, {
    compute,
    isExempt: false,
    isToBeInterrupted: false,
  });
  for (let tick = 1; tick < 8; tick += 1) expect(given.buffer?.[0]).toBe(0);
  looks.left = 33;
  expect(computing.exempt(true)).toBe(false);
  expect(computing.exempt(true)).toBe(true);
  for (let tick = 0; tick < 20; tick += 1) expect(given.buffer?.[0]).toBe(0);
  looks.left = 4;
  expect(computing.exempt(false)).toBe(true);
  expect(looks.left).toBe(33);
  expect(given.buffer?.[0]).toBe(64);
});
