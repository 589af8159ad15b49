import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright';
import { canInstallPackages, findBrowser, installFromDebian } from './find-browser.ts';

/** @throws where there is none and none can be installed. */
export function findChromium(): string {
  return findBrowser({
    name: 'Chromium',
    advice: 'Chromium or Chrome',
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      chromium.executablePath(),
    ],
    installs: [() => installFromDebian('chromium'), installFromPlaywright],
  });
}

/** Null where it worked; otherwise why it did not. */
function installFromPlaywright(): string | null {
  const withWhatItNeeds = canInstallPackages() ? ['--with-deps'] : [];
  try {
    execFileSync('npx', ['playwright', 'install', ...withWhatItNeeds, 'chromium'], {
      stdio: 'ignore',
    });
    return null;
  } catch (error) {
    return `npx playwright install chromium: ${error}`;
  }
}
