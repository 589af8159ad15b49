/**
 * `npm test`: everything that must hold, one step after another, and one line at the end that
 * counts it all. A step that fails does not keep the later ones from being tried.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = '.cache/test-results.json';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const counts: Count[] = [
  step('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  step('build', 'npm', ['run', '-s', 'build']),
  step('types', 'astro', ['check', '--minimumFailingSeverity', 'warning']),
  vitest(),
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

function vitest(): Count {
  console.log('\n— tests');
  mkdirSync('.cache', { recursive: true });
  rmSync(RESULTS, { force: true });
  const words = ['run', '--reporter=dot', '--reporter=json', `--outputFile=${RESULTS}`];
  const succeeded = succeeds('vitest', words);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(RESULTS, 'utf8'));
    // A file that could not be loaded has no failed test of its own.
    const failed = succeeded ? 0 : Math.max(1, numFailedTests);
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
