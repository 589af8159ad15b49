import { findChromium } from './find-chromium.ts';
import { findFirefox } from './find-firefox.ts';

/** Before the first test, whose time is bounded: a browser that is missing takes its time. */
export default function installBrowsers(): void {
  for (const find of [findChromium, findFirefox]) {
    try {
      find();
    } catch {
      // The tests that need it fail, and say why.
    }
  }
}
