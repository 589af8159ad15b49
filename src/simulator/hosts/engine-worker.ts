/** The engine's side of the protocol; each host's worker file gives it a way to send and to read. */
import { bootEngine, type Engine, type EngineHost } from '../engine/engine.ts';
import { type FromEngine, type ToEngine, UnknownMessage } from '../protocol.ts';

export function createEngineWorker(
  send: (message: FromEngine) => void,
  host: EngineHost,
): { receive(message: ToEngine): Promise<void> } {
  let engine: Engine | null = null;
  return {
    async receive(message) {
      try {
        switch (message.type) {
          case 'boot':
            engine = await bootEngine(message.files, host);
            return send({ type: 'booted' });
          case 'run':
            if (!engine) throw new Error('expected to be booted before a program is run');
            return engine.run(message.program, send);
          default:
            throw new UnknownMessage('The engine', message);
        }
      } catch (error) {
        send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
