/** The system's own Firefox, driven by WebDriver BiDi, with Playwright's words for it. */
import { type Browser, firefox } from 'playwright';
import { findFirefox } from './find-firefox.ts';

/** The first that switches stacks, which threads need. */
const OLDEST = 153;

/** As on its page `about:config`. They hold for the whole browser. */
export type Preferences = Readonly<Record<string, boolean | number | string>>;

/**
 * What Playwright cannot do in it yet: `colorScheme` and `reducedMotion` (preferences can),
 * `javaScriptEnabled: false`, `hasTouch`, and the files that a page has saved.
 */
export async function launchFirefox(preferences: Preferences = {}): Promise<Browser> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: findFirefox(),
    firefoxUserPrefs: preferences,
  });
  const version = browser.version();
  if (Number.parseInt(version, 10) < OLDEST) {
    await browser.close();
    throw new Error(
      `expected Firefox ${OLDEST} or later, found ${version}; set FIREFOX_PATH to a newer one`,
    );
  }
  doWithoutMediaFeatures(browser);
  return browser;
}

const MEDIA_FEATURES = 'emulation.setMediaFeaturesOverride';

/** The little of Playwright's inside that is used here; it belongs to the pinned version. */
interface PlaywrightInside {
  readonly _connection: {
    toImpl(browser: Browser): { readonly _browserSession: BidiSession };
  };
}

interface BidiSession {
  send(command: string, parameters: unknown): Promise<unknown>;
}

/**
 * Playwright sets the media features of every new context, also where nobody has asked for any, by
 * a command that Firefox 153 does not know.
 */
function doWithoutMediaFeatures(browser: Browser): void {
  const inside = browser as unknown as PlaywrightInside;
  const session = inside._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = (command, parameters) =>
    command === MEDIA_FEATURES
      ? send(command, parameters).catch((error: Error) => {
          if (!error.message.includes('unknown command')) throw error;
        })
      : send(command, parameters);
}
