/** Packages that are compiled once. */
import { expect, it } from 'vitest';
import { compileModules } from '../../src/packages/compile.ts';
import { packageFiles } from '../../src/packages/site-packages.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';

const simulator = createNodeSimulator();
const text = (words: string) => new TextEncoder().encode(words);

const WHEEL = {
  files: new Map([
    ['tiny/__init__.py', text('from tiny import inner\n')],
    ['tiny/inner.py', text('print("inner is run")\ndef fail():\n    raise ValueError("no")\n')],
    ['tiny/broken.py', text('def (\n')],
    ['tiny/data.txt', text('x')],
  ]),
};

it('compiles what can be, runs nothing of it, and has it imported from there', async () => {
  const modules = await compileModules(simulator, WHEEL);
  expect([...modules.keys()]).toEqual([
    'tiny/__pycache__/__init__.cpython-314.pyc',
    'tiny/__pycache__/inner.cpython-314.pyc',
  ]);
  // Other words in the source than in what was compiled of it: so it is seen which is taken.
  const other = { files: new Map([['tiny/inner.py', text('print("compiled again")\n')]]) };
  const { events, outcome } = await simulator.run({
    source: 'import tiny\ntiny.inner.fail()\n',
    files: packageFiles([WHEEL, other, { files: modules }]),
  }).finished;
  const printed = events.map((event) => (event.kind === 'output' ? event.text : '')).join('');
  expect(printed).toContain('inner is run');
  expect(printed).toContain('File "/lib/python3.14/site-packages/tiny/inner.py", line 3, in fail');
  expect(outcome).toMatchObject({ kind: 'exited', error: { type: 'ValueError' } });
});
