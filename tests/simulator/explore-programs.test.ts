/** Programs as people write them: what is wrong in some orders is found, and what is right is left alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { findOrder } from '../../src/explore/find-order.ts';
import { isBroken, outcomeKey, ranOf, USUAL_BREAKS } from '../../src/explore/outcomes.ts';
import { lateWords } from '../../src/insights/words/late.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const PROGRAMS = new URL('orders/', import.meta.url);

const programsIn = (folder: string): [string, string][] =>
  readdirSync(new URL(folder, PROGRAMS)).map((file) => [
    file,
    readFileSync(new URL(`${folder}/${file}`, PROGRAMS), 'utf8'),
  ]);

describe('of a program that is wrong in some orders', () => {
  it.each(programsIn('racy'))(
    '%s: one is found, and three things are enough',
    async (_, source) => {
      const options = { orders: 1_000, stopsAtFirst: true };
      const { usual, found } = await findOrder(simulator, { source }, options);
      expect(usual.outcome).toEqual({ kind: 'exited', status: 0, error: null });
      if (!found) throw new Error('expected an order that breaks it');
      expect(found.late.length).toBeGreaterThan(0);
      expect(found.late.length).toBeLessThanOrEqual(3);
      expect(isBroken(ranOf(found.trace), ranOf(usual), USUAL_BREAKS)).toBe(true);
      expect(lateWords(found.trace)).toHaveLength(found.late.length);
      const schedule = { policy: 'scripted', late: found.late } as const;
      const again = await simulator.run({ source, schedule }).finished;
      expect(outcomeKey(ranOf(again))).toBe(outcomeKey(ranOf(found.trace)));
    },
  );
});

describe('of a program that is right', () => {
  it.each(programsIn('right'))('%s: nothing is found', async (_, source) => {
    const { runs, found, isApart } = await findOrder(simulator, { source }, { orders: 100 });
    expect([runs.length, found, isApart]).toEqual([100, null, false]);
  });
});
