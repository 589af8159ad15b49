import { Worker } from 'node:worker_threads';
import { engineFolder } from '../build/engine-folder.ts';
import type { ToEngine } from '../protocol.ts';
import type { Simulator } from '../simulator.ts';
import { createSimulator, type EngineThread } from './host.ts';

export interface NodeOptions {
  /** Whether to prepare the next engine while a program runs: for many runs in a row. */
  readonly keepSpare?: boolean;
  /** Whether to boot from the memory image, which is quicker. Default: true. */
  readonly useImage?: boolean;
}

/** A simulator on worker threads. */
export function createNodeSimulator({
  keepSpare = false,
  useImage = true,
}: NodeOptions = {}): Simulator {
  const folderUrl = engineFolder().href;
  return createSimulator({
    startThread: () => startWorker({ type: 'boot', files: { folderUrl, useImage } }),
    keepSpare,
  });
}

function startWorker(boot: ToEngine): EngineThread {
  const worker = new Worker(new URL('./node-worker.ts', import.meta.url), { stdout: true });
  worker.postMessage(boot);
  return {
    send: (message) => worker.postMessage(message),
    listen({ onMessage, onDeath }) {
      worker.on('message', onMessage);
      worker.on('error', (error: Error) => onDeath(error.message));
      worker.on('exit', (code) => onDeath(`its thread ended with code ${code}`));
    },
    terminate: () => void worker.terminate(),
  };
}
