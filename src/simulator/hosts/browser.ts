import type { FromEngine, ToEngine } from '../protocol.ts';
import type { Simulator } from '../simulator.ts';
import { createSimulator, type EngineThread } from './host.ts';

export interface BrowserOptions {
  /** URL of the folder with the engine's files, with a slash at its end. */
  readonly engineUrl: string;
}

/** A simulator on Web Workers. Nothing is fetched before `prepare` or `run`. */
export function createBrowserSimulator({ engineUrl }: BrowserOptions): Simulator {
  const folderUrl = new URL(engineUrl, document.baseURI).href;
  return createSimulator({
    startThread: () => startWorker({ type: 'boot', files: { folderUrl, useImage: true } }),
    keepSpare: hasRoomForSpare(),
  });
}

/** Two engines take some 200 MB; phones with little memory close tabs that hold as much. */
function hasRoomForSpare(): boolean {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return deviceMemory === undefined || deviceMemory >= 4;
}

function startWorker(boot: ToEngine): EngineThread {
  const worker = new Worker(new URL('./browser-worker.ts', import.meta.url), {
    type: 'module',
    name: 'loopscope-engine',
  });
  worker.postMessage(boot);
  return {
    send: (message) => worker.postMessage(message),
    listen({ onMessage, onDeath }) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => onMessage(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        onDeath(event.message || 'its worker could not be loaded');
      });
    },
    terminate: () => worker.terminate(),
  };
}
