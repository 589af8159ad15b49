/** What lessons and recipes say of a thousand orders of a program is what they come to. */
import { readFile } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { readSource } from '../src/cli/snippets.ts';
import { type Finding, findOrder } from '../src/explore/find-order.ts';
import { isBroken, outcomeKey, ranOf, USUAL_BREAKS } from '../src/explore/outcomes.ts';
import { lateWords } from '../src/insights/words/late.ts';
import { createNodeSimulator } from '../src/simulator/hosts/node.ts';

const CHAPTER = 'content/chapters/04-synchronization';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

async function tryOrders(name: string, orders = 1_000) {
  const source = await readSource(name);
  const finding = await findOrder(simulator, { source }, { orders });
  const usual = ranOf(finding.usual);
  const { runs } = finding;
  return {
    finding,
    broken: runs.filter((run) => isBroken(run, usual, USUAL_BREAKS)).length,
    otherwise: runs.filter((run) => outcomeKey(run) !== outcomeKey(usual)).length,
    outputs: runs.map(({ output }) => output.split('\n')),
  };
}

/** `"3.3 ms"` gives 3.3, of each thing that is late. */
function lateMs({ found }: Finding): number[] {
  const words = found ? lateWords(found.trace) : [];
  return words.map((each) => Number(/ by ([\d.]+) ms/.exec(each)?.[1]));
}

it('the bike shop is right 986 times in 1,000, and two things are late in the order that is shown', async () => {
  const text = await readFile(`${CHAPTER}/03-order-that-breaks-it.mdx`, 'utf8');
  const { finding, broken } = await tryOrders('synchronization/last-bike');
  expect(broken).toBe(14);
  const [adaMs, bankMs] = lateMs(finding);
  expect(text).toContain(`Ada comes ${adaMs} milliseconds late`);
  expect(text).toContain(`the bank's answer is ${bankMs} milliseconds late`);
  expect(text).toContain(`It is right ${1_000 - broken} times. In fourteen runs`);
});

it('with a lock no order breaks it, and in a few of them Bo comes first', async () => {
  const { broken, outputs } = await tryOrders('synchronization/bike-behind-a-lock');
  expect(broken).toBe(0);
  const bo = outputs.filter((lines) => lines.includes('Bo has a bike'));
  expect(bo.length).toBeGreaterThan(3);
  expect(bo.length).toBeLessThan(50);
});

it('runners start in one order always, and come home in another more than 200 times', async () => {
  const { broken, otherwise, outputs } = await tryOrders('synchronization/order-of-arrival');
  expect(broken).toBe(0);
  expect(otherwise).toBeGreaterThan(200);
  expect(new Set(outputs.map(([started]) => started)).size).toBe(1);
});

it('where there are 5 seconds between the two, no order breaks the bike shop', async () => {
  expect((await tryOrders('synchronization/bike-in-five-seconds')).broken).toBe(0);
});

it('letters come out of a queue in one order always, and their answers do not', async () => {
  const { outputs } = await tryOrders('synchronization/letters-and-answers', 200);
  const inOrder = (from: number) =>
    new Set(outputs.map((lines) => `${lines.slice(from, from + 3)}`));
  expect(inOrder(0).size).toBe(1);
  expect(inOrder(3).size).toBeGreaterThan(1);
});

it('some orders break the recipe’s shop, and Ann and her card are late in the one that is shown', async () => {
  const { finding, broken } = await tryOrders('recipes/does-it-race');
  expect(broken).toBeGreaterThan(1);
  const words = finding.found ? lateWords(finding.found.trace) : [];
  expect(words).toHaveLength(2);
  for (const each of words) expect(each).toContain('"Ann"');
});
