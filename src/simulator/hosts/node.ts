import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { engineFolder } from '../build/engine-folder.ts';
import type { EngineFiles, ToEngine } from '../protocol.ts';
import type { Simulator } from '../simulator.ts';
import { type Compiling, compileOnce } from './compile-once.ts';
import { createSimulator } from './host.ts';
import type { EngineThread } from './remote-engine.ts';

export interface NodeOptions {
  /** Whether to prepare the next engine while a program runs: for many runs in a row. */
  readonly keepSpare?: boolean;
  /** Whether to boot from the memory image, which is quicker. Default: true. */
  readonly useImage?: boolean;
  /** Another worker file than the simulator's own. */
  readonly workerUrl?: URL;
}

/** A simulator on worker threads. */
export function createNodeSimulator({
  keepSpare = false,
  useImage = true,
  workerUrl = new URL('./node-worker.ts', import.meta.url),
}: NodeOptions = {}): Simulator {
  const folderUrl = engineFolder().href;
  const compile = async () =>
    WebAssembly.compile(await readFile(new URL('pyodide.asm.wasm', folderUrl)));
  const preload = () => compileOnce(folderUrl, compile);
  return createSimulator({
    preload,
    startThread: () => startWorker(workerUrl, { folderUrl, useImage }, preload()),
    keepSpare,
  });
}

function startWorker(url: URL, files: EngineFiles, compiling: Compiling): EngineThread {
  const worker = new Worker(url, {
    stdout: true,
    env: {},
    // What it needs to boot, and gives up before it runs a program.
    execArgv: ['--permission', '--allow-fs-read=*'],
  });
  const send = (message: ToEngine) => worker.postMessage(message);
  const booted = compiling.then((compiled) =>
    send({ type: 'boot', files: { ...files, compiled } }),
  );
  return {
    send: (message) => void booted.then(() => send(message)),
    listen({ onMessage, onDeath, onMemoryOut }) {
      worker.on('message', onMessage);
      worker.on('error', ({ code, message }: NodeJS.ErrnoException) =>
        code === 'ERR_WORKER_OUT_OF_MEMORY' ? onMemoryOut() : onDeath(message),
      );
      worker.on('exit', (code) => onDeath(`its thread ended with code ${code}`));
    },
    terminate: () => void worker.terminate(),
    async cpuMs() {
      const { user, system } = await worker.cpuUsage();
      return (user + system) / 1000;
    },
  };
}
