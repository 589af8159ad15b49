import { expect, it } from 'vitest';
import { type OwnWork, watchComputing } from './computing.ts';

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
  watchComputing(pyodide, own, (ns) => {
    costNs += ns;
    return false;
  });
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
