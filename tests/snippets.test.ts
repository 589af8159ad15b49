/** Every snippet still prints what its `.out` file says, when it says it. */
import { afterAll, describe, expect, it } from 'vitest';
import { formatTranscript } from '../src/analysis/transcript.ts';
import { readSource, readTranscript, recordSnippet, snippetNames } from '../src/cli/snippets.ts';
import { verdictOf } from '../src/insights/verdict.ts';
import { createNodeSimulator } from '../src/simulator/hosts/node.ts';
import type { Trace } from '../src/trace/schema.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

describe('snippets', async () => {
  const names = await snippetNames();
  const traces = new Map<string, Promise<Trace>>();
  /** Each is run once, whichever of the tests are. */
  const traceOf = (name: string) => {
    const trace = traces.get(name) ?? recordSnippet(name, simulator);
    traces.set(name, trace);
    return trace;
  };

  it.each(names)('%s prints its recorded output', async (name) => {
    const trace = await traceOf(name);
    expect(formatTranscript(trace), 'if the new output is right: npm run record').toBe(
      await readTranscript(name),
    );
  });

  it.each(names)('%s is told in a verdict', async (name) => {
    const trace = await traceOf(name);
    const { text, atNs } = verdictOf(trace);
    expect(text).toMatch(/^[^\n]{20,330}\.$/);
    expect(text.split('`').length % 2, 'backticks').toBe(1);
    expect(atNs).toBeLessThanOrEqual(trace.endedNs);
  });

  // A recipe is to be taken along whole, and the playground's examples have a page to themselves.
  it.each(names)('%s fits on a screen and in a phone’s width', async (name) => {
    const lines = (await readSource(name)).trimEnd().split('\n');
    const [place] = name.split('/');
    const most = { examples: 60, recipes: 45 }[place as string] ?? 40;
    expect(lines.length, 'lines').toBeLessThanOrEqual(most);
    expect(Math.max(...lines.map((line) => line.length)), 'columns').toBeLessThanOrEqual(80);
  });
});
