import { type BootImage, packedImage } from '../engine/boot-image.ts';
import type { ToEngine } from '../protocol.ts';
import { createEngineWorker, type Post } from './engine-worker.ts';

// Taken now: the engine seals the scope, and `self` goes with the rest.
const post = self.postMessage.bind(self) as Post;
const Request = self.XMLHttpRequest;

const worker = createEngineWorker(post, { readBootImage, fetchNow });
self.addEventListener('message', ({ data }: MessageEvent<ToEngine>) => worker.receive(data));

async function readBootImage(folderUrl: string): Promise<BootImage | null> {
  try {
    const response = await fetch(`${folderUrl}boot-image.bin`);
    return response.ok ? packedImage(new Uint8Array(await response.arrayBuffer())) : null;
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
