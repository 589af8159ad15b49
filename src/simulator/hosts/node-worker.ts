import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { plainImage } from '../engine/boot-image.ts';
import type { ToEngine } from '../protocol.ts';
import { createEngineWorker } from './engine-worker.ts';
import { giveUp } from './give-up.ts';

const port = parentPort;
if (!port) throw new Error('node-worker.ts is an engine worker: start it as a worker thread');

// Taken now: the engine seals the scope.
const { URL } = globalThis;
const { permission } = process;

const worker = createEngineWorker((message, transfer) => port.postMessage(message, transfer), {
  readFile: (url) => readFile(new URL(url)),
  readBootImage: (folderUrl) =>
    readFile(new URL('boot-image.raw', folderUrl)).then(plainImage, () => null),
  giveUp: () => giveUp(permission),
});
port.on('message', (message: ToEngine) => worker.receive(message));
