import { createHash } from 'node:crypto';

/** A file of the built site. `path` is relative to the site's root, with forward slashes. */
export interface BuiltFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What the service worker keeps: the site at one moment. */
export interface OfflineFiles {
  /** Changes whenever a kept file does. */
  readonly version: string;
  /** Each kept file's address relative to the site's root, and a hash of what is in it. */
  readonly files: readonly (readonly [address: string, hash: string])[];
}

/** What only hosts and crawlers read, the worker itself, and what is there to be downloaded. */
const NOT_KEPT = [
  /(^|\/)_headers$/,
  /(^|\/)\.[^/]+$/,
  /^vercel\.json$/,
  /^service-worker\.js$/,
  /^sitemap[^/]*\.xml$/,
  /^robots\.txt$/,
  /^llms[^/]*\.txt$/,
  /^cards\//,
  /^loopscope_record\.py$/,
];

/** `coroutines/index.html` is kept as `coroutines/`, the address by which it is asked for. */
export function offlineFiles(built: readonly BuiltFile[]): OfflineFiles {
  const files = built
    .filter(({ path }) => !NOT_KEPT.some((pattern) => pattern.test(path)))
    .map(({ path, content }) => [addressOf(path), hashOf(content)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: hashOf(JSON.stringify(files)), files };
}

function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
