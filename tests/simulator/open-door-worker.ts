/** The simulator's worker, but with everything of JavaScript's open to Python. */
import { registerHooks } from 'node:module';
import { openDoor } from '../open-door.ts';

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/engine/narrow-proxies.ts')) return loaded;
    return { ...loaded, source: openDoor(String(loaded.source)) };
  },
});
await import('../../src/simulator/hosts/node-worker.ts');
