import { findBrowser, installFromDebian } from './find-browser.ts';

/**
 * Firefox as readers have it, 153 or later. Playwright's own is another: patched, and driven by
 * another protocol.
 *
 * @throws where there is none and none can be installed.
 */
export function findFirefox(): string {
  return findBrowser({
    name: 'Firefox',
    advice: 'Firefox 153 or later',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    installs: [() => installFromDebian('firefox-esr')],
  });
}
