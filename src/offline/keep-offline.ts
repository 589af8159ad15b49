/**
 * Has the site kept for reading without a network: registers the service worker, and when the page
 * has settled asks it to fetch what is missing. Without service workers, or with storage blocked,
 * nothing is lost but that.
 */

/** After what the reader came for. */
const SETTLED_MS = 3_000;

export interface KeepOptions {
  /** The base path, with a slash at its end. */
  readonly base: string;
}

export async function keepOffline({ base }: KeepOptions): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker || savesData()) return;
  try {
    await serviceWorker.register(`${base}service-worker.js`, { scope: base });
    await serviceWorker.ready;
    await new Promise((settled) => setTimeout(settled, SETTLED_MS));
    // Not of the registration found at first: a new version may have taken over, or will.
    const ask = async () => (await serviceWorker.ready).active?.postMessage('keep');
    serviceWorker.addEventListener('controllerchange', ask);
    await ask();
  } catch {
    // Blocked by the reader's settings, or served without https: the site works as any other does.
  }
}

/** The whole site is some megabytes: a reader who pays for each is not asked to. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
