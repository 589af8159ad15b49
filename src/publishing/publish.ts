import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { type BuiltFile, offlineFiles } from '../offline/offline-files.ts';
import { apacheConfig, headerRules, netlifyHeaders, vercelConfig } from './host-headers.ts';
import { inlineScriptHashes } from './inline-scripts.ts';
import { securityHeader, securityPolicy, withPolicy } from './security-policy.ts';
import { linkedOnce } from './stylesheets.ts';

const SERVICE_WORKER = new URL('../offline/service-worker.ts', import.meta.url);

/**
 * Makes the built site ready to be put anywhere: gives each page its Content-Security-Policy, writes
 * the headers for common static hosts, and the service worker with the list of what it keeps.
 */
export function publish(): AstroIntegration {
  let base = '/';
  return {
    name: 'publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const scriptHashes = await givePolicies(dir);
        await writeHeaders(dir, base, scriptHashes);
        await writeServiceWorker(dir);
      },
    },
  };
}

/** Returns the hashes of all pages together. */
async function givePolicies(dir: URL): Promise<string[]> {
  const pages = (await pathsIn(dir)).filter((path) => path.endsWith('.html'));
  const hashes = await Promise.all(
    pages.map(async (path) => {
      const file = new URL(encodeURI(path), dir);
      const html = linkedOnce(await readFile(file, 'utf8'));
      const scriptHashes = inlineScriptHashes(html);
      await writeFile(file, withPolicy(html, securityPolicy({ scriptHashes })));
      return scriptHashes;
    }),
  );
  return [...new Set(hashes.flat())].sort();
}

async function writeHeaders(dir: URL, base: string, scriptHashes: readonly string[]) {
  const rules = headerRules({
    base,
    policy: securityHeader({ scriptHashes, framedBy: "'self'" }),
    embedPolicy: securityHeader({ scriptHashes, framedBy: '*' }),
  });
  await writeFile(new URL('_headers', dir), netlifyHeaders(rules));
  await writeFile(new URL('vercel.json', dir), vercelConfig(rules));
  await writeFile(new URL('.htaccess', dir), apacheConfig(rules));
}

/** Writes the worker that keeps what is in `dir` now. */
export async function writeServiceWorker(dir: URL): Promise<void> {
  const built = await Promise.all(
    (await pathsIn(dir)).map(
      async (path): Promise<BuiltFile> => ({
        path,
        content: await readFile(new URL(encodeURI(path), dir)),
      }),
    ),
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { BUILT: JSON.stringify(offlineFiles(built)) },
    build: {
      outDir: fileURLToPath(dir),
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: fileURLToPath(SERVICE_WORKER),
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  });
}

/** Every file's path under a folder, with forward slashes, in order. */
async function pathsIn(dir: URL): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const root = new URL(dir).pathname;
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(decodeURI(root).length).replace(/^\//, ''))
    .sort();
}
