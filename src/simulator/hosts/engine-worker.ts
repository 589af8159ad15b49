/** The engine's side of the protocol; each host's worker file gives it a way to send and to read. */
import { bootEngine, type Engine, type EngineHost } from '../engine/engine.ts';
import { type FromEngine, type ToEngine, UnknownMessage } from '../protocol.ts';

/** Sends a message to the host; what is in `transfer` goes with it and is not copied. */
export type Post = (message: FromEngine, transfer: ArrayBuffer[]) => void;

export function createEngineWorker(
  post: Post,
  host: EngineHost,
): { receive(message: ToEngine): Promise<void> } {
  let engine: Engine | null = null;
  let runAgain: ReturnType<Engine['explore']> | null = null;
  const send = (message: FromEngine) => post(message, blocksOf(message));
  const { fetchNow } = host;
  const fetching = fetchNow && {
    fetchNow(url: string) {
      send({ type: 'sign', isWaiting: true });
      try {
        return fetchNow(url);
      } finally {
        send({ type: 'sign', isWaiting: false });
      }
    },
  };
  return {
    async receive(message) {
      try {
        switch (message.type) {
          case 'boot':
            engine = await bootEngine(message.files, { ...host, ...fetching });
            return send({ type: 'booted' });
          case 'run':
            if (!engine) throw new Error('expected to be booted before a program is run');
            return engine.run(message.program, send);
          case 'explore':
            if (!engine) throw new Error('expected to be booted before a program is explored');
            runAgain = engine.explore(message.program, send);
            return;
          case 'run-again':
            if (!runAgain) throw new Error('expected a program before it is run again');
            return await runAgain(message.schedules);
          default:
            throw new UnknownMessage('The engine', message);
        }
      } catch (error) {
        send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

/** Copying the events of a long run would take as long as a tenth of the run. */
function blocksOf(message: FromEngine): ArrayBuffer[] {
  if (message.type !== 'events') return [];
  const { numbers } = message.events;
  return numbers instanceof Float64Array ? [numbers.buffer as ArrayBuffer] : [];
}
