import type { Simulator } from '../../simulator/simulator.ts';

let simulator: Promise<Simulator> | null = null;

/**
 * The page's one simulator; nothing of it is loaded before it is first asked for. Rejects, with a
 * message for the reader, where this browser or this connection cannot have it; may be asked again.
 */
export function sharedSimulator(): Promise<Simulator> {
  simulator ??= load().catch((error: unknown) => {
    simulator = null;
    throw error;
  });
  return simulator;
}

async function load(): Promise<Simulator> {
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') {
    throw new Error('This browser has no WebAssembly or no Web Workers, and Python needs both.');
  }
  const { createBrowserSimulator } = await import('../../simulator/hosts/browser.ts');
  return createBrowserSimulator({
    engineUrl: import.meta.env.ENGINE_URL,
  });
}
