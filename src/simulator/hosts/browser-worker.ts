import type { FromEngine, ToEngine } from '../protocol.ts';
import { createEngineWorker } from './engine-worker.ts';

// Taken now: the engine seals the scope, and `self` goes with the rest.
const post = self.postMessage.bind(self) as (message: FromEngine) => void;

const worker = createEngineWorker(post, readBootImage);
self.addEventListener('message', ({ data }: MessageEvent<ToEngine>) => worker.receive(data));

/** The image travels compressed by our own hand: static hosts leave unknown types as they are. */
async function readBootImage(folderUrl: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(`${folderUrl}boot-image.bin`);
    if (!response.ok || !response.body) return null;
    const raw = response.body.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(raw).arrayBuffer());
  } catch {
    return null;
  }
}
