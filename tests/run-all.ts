/**
 * `npm test`: everything that must hold, one step after another, and one line at the end that
 * counts it all. A step that fails does not keep the later ones from being tried.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import installBrowsers from './browser/install-browsers.ts';

/**
 * What runs at the same time: tests in a browser wait half of theirs, so that two cores do for three.
 */
const SIDE_BY_SIDE = [['browser'], ['browser-promises'], ['unit', 'simulator']];

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const counts: Count[] = [
  step('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  step('build', 'npm', ['run', '-s', 'build']),
  step('types', 'astro', ['check', '--minimumFailingSeverity', 'warning']),
  ...(await tests()),
];
const passed = sum((count) => count.passed);
const failed = sum((count) => count.failed);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A command that passes or fails as a whole. */
function step(name: string, command: string, words: readonly string[]): Count {
  console.log(`\n— ${name}`);
  return succeeds(command, words) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(): Promise<Count[]> {
  console.log('\n— tests');
  // Not by two of them at once.
  installBrowsers();
  mkdirSync('.cache', { recursive: true });
  return Promise.all(SIDE_BY_SIDE.map(vitest));
}

/** Runs some of the projects of `vitest.config.ts`; what they say is shown when they are done. */
async function vitest(projects: readonly string[]): Promise<Count> {
  const results = `.cache/test-results-${projects.join('-')}.json`;
  rmSync(results, { force: true });
  const words = ['run', '--reporter=dot', '--reporter=json', `--outputFile=${results}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const child = spawn('vitest', [...words, ...chosen], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [status] = await once(child, 'close');
  console.log(`\n— tests: ${projects.join(', ')}\n${said}`);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
    // A file that could not be loaded has no failed test of its own.
    const failed = status === 0 ? 0 : Math.max(1, numFailedTests);
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function succeeds(command: string, words: readonly string[]): boolean {
  const { status, error } = spawnSync(command, words, { stdio: 'inherit' });
  if (error) console.error(`could not start ${command}: ${error.message}`);
  return status === 0;
}

function sum(of: (count: Count) => number): number {
  return counts.reduce((total, count) => total + of(count), 0);
}
