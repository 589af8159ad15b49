/**
 * `npm test`: everything that must hold, one step after another, and one line at the end that
 * counts it all. A step that fails does not keep the later ones from being tried.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import installBrowsers from './browser/install-browsers.ts';

/**
 * What runs at the same time, a core each: tests in a browser wait most of the time, and the
 * simulator's compute.
 */
const SIDE_BY_SIDE = [['browser'], ['unit', 'simulator', 'browser-beside']];

/** Each engine is a thread of its own, which would else strip the same types from the same files. */
process.env['NODE_COMPILE_CACHE'] ??= resolve('.cache/node');

interface Count {
  readonly passed: number;
  readonly failed: number;
}

mkdirSync('.cache', { recursive: true });
const counts: Count[] = [
  await step('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  await step('engine', 'npm', ['run', '-s', 'engine']),
  ...(await Promise.all([
    step('types', 'astro', ['check', '--minimumFailingSeverity', 'warning']),
    step('recordings', 'node', ['src/cli/record.ts', '--keep']),
  ])),
  await step('build', 'npm', ['run', '-s', 'build']),
];
// Not by two of them at once.
installBrowsers();
counts.push(...(await Promise.all(SIDE_BY_SIDE.map(tests))));
const passed = sum((count) => count.passed);
const failed = sum((count) => count.failed);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A command that passes or fails as a whole. */
async function step(name: string, command: string, words: readonly string[]): Promise<Count> {
  return (await succeeds(name, command, words))
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

/** The tests in some of the projects of `vitest.config.ts`. */
async function tests(projects: readonly string[]): Promise<Count> {
  const results = `.cache/test-results-${projects.join('-')}.json`;
  rmSync(results, { force: true });
  const words = ['run', '--reporter=dot', '--reporter=json', `--outputFile=${results}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const passed = await succeeds(`tests: ${projects.join(', ')}`, 'vitest', [...words, ...chosen]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
    // A file that could not be loaded has no failed test of its own.
    return { passed: numPassedTests, failed: passed ? 0 : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Runs a command, and shows what it said when it is done: another may run beside it. */
async function succeeds(name: string, command: string, words: readonly string[]): Promise<boolean> {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const status = await once(child, 'close').then(
    ([code]) => code,
    (error: Error) => `could not start ${command}: ${error.message}`,
  );
  console.log(`\n— ${name}\n${said}${typeof status === 'string' ? status : ''}`);
  return status === 0;
}

function sum(of: (count: Count) => number): number {
  return counts.reduce((total, count) => total + of(count), 0);
}
