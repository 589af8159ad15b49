/**
 * What is told of programs, most of them after public bug reports and questions. Each `.py` here is
 * run; what is told of it stands in its `.told` file, to be reviewed by eye.
 */
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { BY_IMPORTANCE, type Insight, insightsOf } from '../../src/insights/insight.ts';
import { verdictOf } from '../../src/insights/verdict.ts';
import { tellOutcome } from '../../src/insights/words/outcome.ts';
import { tellInsight } from '../../src/insights/words/tell-insight.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Trace } from '../../src/trace/schema.ts';
import { EXPECTED, NEVER } from './expected.ts';

const FOLDER = 'tests/insights';
const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

/** Programs without an end come to one soon. */
const LIMITS = { virtualTimeNs: 1_000e9, steps: 30_000, computingNs: 2e9 };

const programs = (await readdir(FOLDER))
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -'.py'.length));

describe.each(programs)('%s', (program) => {
  let trace: Trace;
  let told: string;

  it('is told as its file says', async () => {
    const source = await readFile(`${FOLDER}/${program}.py`, 'utf8');
    trace = await simulator.run({ source, limits: LIMITS }).finished;
    told = insightsOf(trace)
      .map((insight) => `${insight.kind}: ${tellInsight(trace, insight)}`)
      .join('\n');
    // Where an object lies changes with every change to what is in memory.
    const whole = `${tellOutcome(trace.outcome).summary}\n${told}\n`.replace(/0x[\da-f]+/g, '0x…');
    await expect(whole).toMatchFileSnapshot(`${program}.told`);
  });

  it('is told what matters, and nothing false', () => {
    const { tells = [], never = [] } = EXPECTED[program] ?? {};
    for (const piece of tells) expect(told).toMatch(piece);
    for (const piece of [...never, ...NEVER]) expect(told).not.toMatch(piece);
  });

  it('is told from events, in the order of importance', () => {
    const insights = insightsOf(trace);
    expect(insights.map(({ kind }) => BY_IMPORTANCE.indexOf(kind))).toEqual(
      insights.map(({ kind }) => BY_IMPORTANCE.indexOf(kind)).toSorted((a, b) => a - b),
    );
    for (const insight of insights) expect(complaintsOf(trace, insight)).toEqual([]);
  });

  it('has one verdict, which tells one of them whole', () => {
    const { text, more, insight, atNs } = verdictOf(trace);
    expect(text).toMatch(/^[^\n]+\.$/);
    expect(text.split('`').length % 2, 'backticks').toBe(1);
    expect(atNs).toBeLessThanOrEqual(trace.endedNs);
    // A deadlock is told in another order.
    if (insight && insight.kind !== 'deadlock') {
      expect([text, ...more].join(' ')).toContain(tellInsight(trace, insight));
    }
  });
});

it('expects something of every program', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(programs.toSorted());
});

/** What an insight refers to and the trace does not have. */
function complaintsOf({ events, endedNs }: Trace, insight: Insight): string[] {
  const complaints: string[] = [];
  for (const index of insight.events) {
    if (!events[index]) complaints.push(`no event ${index}`);
  }
  if (insight.events.some((index, at) => index <= (insight.events[at - 1] ?? -1))) {
    complaints.push('events that do not ascend');
  }
  if (insight.fromNs > insight.toNs || insight.toNs > endedNs)
    complaints.push('times that cannot be');
  if (insight.events.length === 0 && !WITHOUT_EVENTS.has(insight.kind))
    complaints.push('no events');
  return complaints;
}

/** What follows from how the program ended. */
const WITHOUT_EVENTS = new Set(['missing-package', 'missing-name', 'await-outside', 'loop-misuse']);
