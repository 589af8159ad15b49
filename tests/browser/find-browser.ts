/** Where the browsers are that the tests need. None is skipped in silence. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface WantedBrowser {
  /** As messages call it: `Chromium`. */
  readonly name: string;
  /** What one may be told to install: `Chromium or Chrome`. */
  readonly advice: string;
  /** The variable that names its executable: `CHROMIUM_PATH`. */
  readonly variable: string;
  /** What it is called on the `PATH`, the best first. */
  readonly commands: readonly string[];
  /** Where else it may be. */
  readonly paths: readonly string[];
  /** Ways to get one, the best first. Each returns null where it worked, otherwise why not. */
  readonly installs: readonly (() => string | null)[];
}

/**
 * The executable that the variable names, one on the system, or one that is installed now.
 *
 * @throws where none is to be had; says what to do.
 */
export function findBrowser(wanted: WantedBrowser): string {
  const { name, advice, variable, installs } = wanted;
  const named = process.env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`expected ${variable} to name a browser; there is none at ${named}`);
  }
  const found = installedBrowser(wanted);
  if (found) return found;
  const failures: string[] = [];
  for (const install of installs) {
    const failure = install();
    if (failure !== null) failures.push(failure);
    const installed = installedBrowser(wanted);
    if (installed) return installed;
  }
  throw new Error(
    `expected a ${name} for the browser tests, found none, and could not install one:\n` +
      `${failures.map((failure) => `${failure}\n`).join('')}` +
      `Install ${advice}, or set ${variable} to its executable.`,
  );
}

function installedBrowser({ commands, paths }: WantedBrowser): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...paths].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the system is a Debian or one of its kin, and lets us install what it has. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Null where it worked; otherwise why it did not. */
export function installFromDebian(name: string): string | null {
  if (!canInstallPackages()) return `apt-get install ${name}: needs Debian, and its root`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words: string[]) => execFileSync('apt-get', words, { stdio: 'ignore', env });
  try {
    run('update');
    run('install', '-y', '--no-install-recommends', name);
    return null;
  } catch (error) {
    return `apt-get install ${name}: ${error}`;
  }
}
