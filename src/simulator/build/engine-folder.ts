import { existsSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url);

/** Where `pack-engine` puts the engine that Node uses. */
export const NODE_ENGINE = new URL('.cache/engine/', ROOT);

/**
 * Where it puts the engine that is published with the site: in a folder named after its key, so that
 * what a browser has once fetched can be kept for good.
 */
export const SITE_ENGINE = new URL('public/engine/', ROOT);

/** The packed engine's folder. Throws where it has not been packed. */
export function engineFolder(): URL {
  if (!existsSync(new URL('manifest.json', NODE_ENGINE))) {
    throw new Error(
      `expected the packed engine in ${NODE_ENGINE.pathname}, found none; run: npm run engine`,
    );
  }
  return NODE_ENGINE;
}

/** Changes whenever the engine does; the name of its folder in the site. Throws as `engineFolder`. */
export function engineKey(): string {
  const { key } = JSON.parse(readFileSync(new URL('manifest.json', engineFolder()), 'utf8'));
  return key;
}
