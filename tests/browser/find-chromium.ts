import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A real Chromium to test in: the one that `CHROMIUM_PATH` names, one on the system, Playwright's
 * own, or one that is installed now.
 *
 * @throws where none is to be had: the browser tests are never skipped in silence.
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`expected CHROMIUM_PATH to name a browser; there is none at ${named}`);
  }
  const found = installedChromium();
  if (found) return found;
  const failures = [installFromDebian, installFromPlaywright].map((install) => install());
  const installed = installedChromium();
  if (installed) return installed;
  throw new Error(
    'expected a Chromium for the browser tests, found none, and could not install one:\n' +
      `${failures.filter((failure) => failure !== null).join('\n')}\n` +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.',
  );
}

function installedChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [...onPath, ...MAC_PATHS, chromium.executablePath()];
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Null where it worked; otherwise why it did not. */
function installFromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore', env });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env,
    });
    return null;
  } catch (error) {
    return `apt-get install chromium: ${error}`;
  }
}

function installFromPlaywright(): string | null {
  if (installedChromium()) return null;
  const root = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  try {
    execFileSync('npx', ['playwright', 'install', ...(root ? ['--with-deps'] : []), 'chromium'], {
      stdio: 'ignore',
    });
    return null;
  } catch (error) {
    return `npx playwright install chromium: ${error}`;
  }
}
