import { type BootImage, packedImage } from '../engine/boot-image.ts';
import type { ToEngine } from '../protocol.ts';
import { createEngineWorker, type Post } from './engine-worker.ts';

// Taken now: the engine seals the scope, and `self` goes with the rest.
const post = self.postMessage.bind(self) as Post;
const fetch = self.fetch.bind(self);
const Request = self.XMLHttpRequest;

const worker = createEngineWorker(post, { readFile, readBootImage, fetchNow });
self.addEventListener('message', ({ data }: MessageEvent<ToEngine>) => worker.receive(data));

async function readFile(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`expected ${url}, found status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function readBootImage(folderUrl: string): Promise<BootImage | null> {
  try {
    return packedImage(await readFile(`${folderUrl}boot-image.bin`));
  } catch {
    return null;
  }
}

/** A worker may wait for a request; nothing else in it could go on without the answer. */
function fetchNow(url: string): Uint8Array {
  const request = new Request();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) throw new Error(`expected ${url}, found status ${request.status}`);
  return new Uint8Array(request.response as ArrayBuffer);
}
