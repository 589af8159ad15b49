import type { EngineFiles, FromEngine, ToEngine } from '../protocol.ts';
import type { Simulator } from '../simulator.ts';
import { type Compiling, compileOnce } from './compile-once.ts';
import { createSimulator } from './host.ts';
import type { EngineThread } from './remote-engine.ts';

export interface BrowserOptions {
  /** URL of the folder with the engine's files, with a slash at its end. */
  readonly engineUrl: string;
}

/** A simulator on Web Workers. Nothing is fetched before `prepare` or `run`. */
export function createBrowserSimulator({ engineUrl }: BrowserOptions): Simulator {
  const folderUrl = new URL(engineUrl, document.baseURI).href;
  // The editor, which is fetched at the same time, comes first.
  const compile = () =>
    WebAssembly.compileStreaming(fetch(`${folderUrl}pyodide.asm.wasm`, { priority: 'low' }));
  const preload = () => compileOnce(folderUrl, compile);
  return createSimulator({
    preload,
    startThread: () => startWorker({ folderUrl, useImage: true }, preload()),
    keepSpare: hasRoomForSpare(),
  });
}

/** Two engines take some 200 MB; phones with little memory close tabs that hold as much. */
function hasRoomForSpare(): boolean {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return deviceMemory === undefined || deviceMemory >= 4;
}

function startWorker(files: EngineFiles, compiling: Compiling): EngineThread {
  const worker = new Worker(new URL('./browser-worker.ts', import.meta.url), {
    type: 'module',
    name: 'loopscope-engine',
  });
  const send = (message: ToEngine) => worker.postMessage(message);
  const booted = compiling.then((compiled) =>
    send({ type: 'boot', files: { ...files, compiled } }),
  );
  return {
    send: (message) => void booted.then(() => send(message)),
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
