/**
 * Keeps the whole site for reading, running and studying without a network. It owns the caches and
 * nothing else: what readers make is in the page's own storage and never passes through here.
 *
 * A page that can reach the network always gets what is there now. Files whose names change with
 * what is in them come from the cache first. A new version is fetched beside the old one, which
 * goes on serving until the new one is whole.
 */
import type { OfflineFiles } from './offline-files.ts';
import type { ServiceWorkerScope } from './service-worker-scope.ts';

/** Put in by the build. */
declare const BUILT: OfflineFiles;

const worker = self as unknown as ServiceWorkerScope;

const { version, files } = BUILT;

const PREFIX = 'loopscope-site-';
const OWN_CACHE = PREFIX + version;
const ROOT = new URL('./', worker.location.href);

/** In a cache once every file of its version is. */
const WHOLE = new URL('offline-whole', ROOT).href;

/** Named after what is in them. */
const IMMUTABLE = ['_astro/', 'engine/'].map((folder) => new URL(folder, ROOT).href);

/** So many files at once leave room for what the reader asks for. */
const AT_ONCE = 4;

/** A network that has not answered by then is taken for none, if the page is in the cache. */
const PATIENCE_MS = 5_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  if (event.data !== 'keep') return;
  const told = keepEverything().then(
    () => ({ type: 'kept', version }),
    (error) => ({ type: 'not-kept', reason: String(error) }),
  );
  event.waitUntil(told.then((message) => event.source?.postMessage(message)));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(ROOT.href)) return;
  event.respondWith(isImmutable(request.url) ? cacheFirst(request) : networkFirst(request));
});

let keeping: Promise<void> | null = null;

/** Fetches what is not yet there. Called again after a failure, it goes on where it stopped. */
function keepEverything(): Promise<void> {
  keeping ??= fill().finally(() => {
    keeping = null;
  });
  return keeping;
}

async function fill(): Promise<void> {
  const cache = await caches.open(OWN_CACHE);
  if (await cache.match(WHOLE)) return;
  const waiting = [...files];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await keep(cache, ...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await cache.put(WHOLE, new Response(version));
  const [previous, ...older] = (await siteCaches()).filter((name) => name !== OWN_CACHE).reverse();
  await Promise.all(older.map((name) => caches.delete(name)));
  if (previous) await keepForOpenPages(await caches.open(previous), cache);
}

/**
 * Of the version before this one, leaves what its pages may still ask for where they are open: the
 * files that no host has any more. Whoever reads or types there is not made to reload.
 */
async function keepForOpenPages(previous: Cache, own: Cache): Promise<void> {
  for (const { url } of await previous.keys()) {
    const gone = isImmutable(url) && !(await own.match(url));
    if (!gone) await previous.delete(url);
  }
}

function isImmutable(url: string): boolean {
  return IMMUTABLE.some((folder) => url.startsWith(folder));
}

/** The hash travels as a header of the kept response, so that the next version can take it over. */
async function keep(cache: Cache, address: string, hash: string): Promise<void> {
  const url = new URL(address, ROOT).href;
  if ((await cache.match(url))?.headers.get('x-hash') === hash) return;
  const kept = await caches.match(url);
  const same = kept?.headers.get('x-hash') === hash ? kept : null;
  await cache.put(url, same ?? withHash(await fetched(url), hash));
}

async function fetched(url: string): Promise<Response> {
  // The server is asked whether its copy has changed, unless the name already says so.
  const response = await fetch(url, { cache: isImmutable(url) ? 'default' : 'no-cache' });
  if (!response.ok && !url.endsWith('/404.html')) {
    throw new Error(`expected ${url} to be there, found status ${response.status}`);
  }
  return response;
}

function withHash({ body, headers }: Response, hash: string): Response {
  const kept = new Headers(headers);
  kept.set('x-hash', hash);
  // The browser has undone the encoding; a redirected response would be refused for a page.
  kept.delete('content-encoding');
  kept.delete('content-length');
  return new Response(body, { headers: kept });
}

async function cacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  const kept = await newestKept(request.url);
  if (!kept) return fetch(request).catch(() => notKept(request));
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}

/** From this version if it is whole, or else from the one before it. */
async function newestKept(url: string): Promise<Response | undefined> {
  const address = new URL(url);
  address.search = '';
  address.hash = '';
  const slashed = new URL(address);
  if (!/\.[^/]*$/.test(slashed.pathname)) slashed.pathname = slashed.pathname.replace(/\/*$/, '/');
  const names = await siteCaches();
  const own = await caches.open(OWN_CACHE);
  const order = (await own.match(WHOLE)) ? [OWN_CACHE, ...names] : [...names, OWN_CACHE];
  for (const name of order) {
    const cache = await caches.open(name);
    const found = (await cache.match(address.href)) ?? (await cache.match(slashed.href));
    if (found) return found;
  }
  return undefined;
}

async function notKept(request: Request): Promise<Response> {
  if (request.mode !== 'navigate') return Response.error();
  return (await newestKept(new URL('404.html', ROOT).href)) ?? Response.error();
}

async function siteCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
