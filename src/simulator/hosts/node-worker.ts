import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { plainImage } from '../engine/boot-image.ts';
import type { ToEngine } from '../protocol.ts';
import { createEngineWorker } from './engine-worker.ts';

const port = parentPort;
if (!port) throw new Error('node-worker.ts is an engine worker: start it as a worker thread');

const worker = createEngineWorker((message, transfer) => port.postMessage(message, transfer), {
  readBootImage: (folderUrl) =>
    readFile(new URL('boot-image.raw', folderUrl)).then(plainImage, () => null),
});
port.on('message', (message: ToEngine) => worker.receive(message));
