/** What native CPython printed, the simulator prints: each program here is run under virtual time. */
import { basename } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SNIPPET_EXCEPTIONS } from '../../src/cli/conformance-exceptions.ts';
import { conformancePrograms, endingOf } from '../../src/cli/conformance-programs.ts';
import { snippetNames } from '../../src/cli/snippets.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

describe('conformance', async () => {
  const programs = await conformancePrograms();

  it.each(programs.filter(({ expected }) => expected !== null))('$name', async (program) => {
    const { source, file, expected } = program;
    const run = simulator.run({ source, name: basename(file.pathname) });
    const { stdout, stderr, status } = endingOf(await run.finished);
    expect(stdout, stderr).toBe(expected?.stdout);
    expect(status, stderr).toBe(expected?.status);
  });

  it('every program has an expected output', () => {
    const without = programs.filter(({ expected }) => expected === null);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('every exception is a snippet that exists', async () => {
    const names = await snippetNames();
    expect(Object.keys(SNIPPET_EXCEPTIONS).filter((name) => !names.includes(name))).toEqual([]);
  });
});
