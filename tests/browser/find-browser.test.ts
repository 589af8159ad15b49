import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBrowser, type WantedBrowser } from './find-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browsers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  delete process.env['NAVIGATOR_PATH'];
});

function wanted(changes: Partial<WantedBrowser> = {}): WantedBrowser {
  return {
    name: 'Navigator',
    advice: 'Navigator 4 or later',
    variable: 'NAVIGATOR_PATH',
    commands: ['navigator-that-nobody-has'],
    paths: [join(folder, 'navigator')],
    installs: [],
    ...changes,
  };
}

function executable(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

it('takes the one that the variable names before any other', () => {
  executable('navigator');
  process.env['NAVIGATOR_PATH'] = executable('named');
  expect(findBrowser(wanted())).toBe(join(folder, 'named'));
});

it('says so where the variable names nothing that can be run, and looks no further', () => {
  executable('navigator');
  process.env['NAVIGATOR_PATH'] = join(folder, 'none');
  expect(() => findBrowser(wanted())).toThrow(
    `expected NAVIGATOR_PATH to name a browser; there is none at ${join(folder, 'none')}`,
  );
});

it('tries one way to install it after another, until it is there', () => {
  const tried: string[] = [];
  const installs = [
    () => 'first: no such package',
    () => {
      tried.push('second');
      executable('navigator');
      return null;
    },
    () => {
      tried.push('third');
      return null;
    },
  ];
  expect(findBrowser(wanted({ installs }))).toBe(join(folder, 'navigator'));
  expect(tried).toEqual(['second']);
});

it('says what it tried and what to do where none can be had', () => {
  const installs = [() => 'first: no such package', () => 'second: no network'];
  expect(() => findBrowser(wanted({ installs }))).toThrow(
    'expected a Navigator for the browser tests, found none, and could not install one:\n' +
      'first: no such package\nsecond: no network\n' +
      'Install Navigator 4 or later, or set NAVIGATOR_PATH to its executable.',
  );
});
