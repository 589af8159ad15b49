/** An engine in a worker of its own, as its host sees it. What it sends is checked before it is believed. */
import { EventDecoder } from '../../trace/event-decoder.ts';
import type { Outcome, TraceEvent } from '../../trace/schema.ts';
import { InvalidTrace } from '../../trace/validate.ts';
import { checkExplored } from '../check-explored.ts';
import { MEMORY_LIMIT_BYTES } from '../limits.ts';
import { type FromEngine, type ToEngine, UnknownMessage } from '../protocol.ts';
import type { Schedule } from '../schedule.ts';
import type { CompleteProgram, ExploredRun } from '../simulator.ts';

/** A worker with an engine in it, seen from outside. */
export interface EngineThread {
  send(message: ToEngine): void;
  /** Set once, before the first message is sent. */
  listen(listener: {
    onMessage(message: FromEngine): void;
    /** The worker died, or never came up. */
    onDeath(reason: string): void;
    /** It died because it had used up what a worker may have. */
    onMemoryOut(): void;
  }): void;
  terminate(): void;
  /** How much of a processor's time it has used, where that can be known. */
  cpuMs?(): Promise<number>;
}

export interface EngineListener {
  onSign(isWaiting: boolean): void;
  onEvents(events: readonly TraceEvent[]): void;
  onExplored?(runs: readonly ExploredRun[]): void;
  onFinished(outcome: Outcome, endedNs?: number): void;
}

export class RemoteEngine {
  readonly #thread: EngineThread;
  /** Rejects where the engine cannot start; says why. */
  readonly booted: Promise<void>;
  readonly #decoder = new EventDecoder();
  readonly cpuMs: EngineThread['cpuMs'];
  #listener: EngineListener | null = null;

  constructor(thread: EngineThread) {
    this.#thread = thread;
    this.cpuMs = thread.cpuMs;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.booted = promise;
    // Whoever runs a program learns of a failed boot; a spare that fails is no one's concern yet.
    promise.catch(() => {});
    const fail = (reason: string) => {
      reject(new Error(`the Python engine could not start: ${reason}`));
      this.#listener?.onFinished({ kind: 'crashed', message: reason });
    };
    thread.listen({
      onMessage: (message) => {
        switch (message.type) {
          case 'booted':
            return resolve();
          case 'sign':
            return this.#listener?.onSign(message.isWaiting);
          case 'events':
            this.#listener?.onSign(false);
            return this.#believe(() => {
              const events = this.#decoder.decode(message.events);
              this.#listener?.onEvents(events);
            });
          case 'finished':
            return this.#believe(() => {
              this.#decoder.checkEnd(message.outcome, message.endedNs);
              this.#listener?.onFinished(message.outcome, message.endedNs);
            });
          case 'explored':
            return this.#believe(() => {
              checkExplored(message.runs);
              this.#listener?.onExplored?.(message.runs);
            });
          case 'failed':
            return fail(message.message);
          default:
            throw new UnknownMessage('The page', message);
        }
      },
      onDeath: fail,
      onMemoryOut: () => {
        reject(new Error('the Python engine could not start: its worker has too little memory'));
        this.#listener?.onFinished({
          kind: 'limited',
          limit: 'memory',
          allowed: MEMORY_LIMIT_BYTES,
        });
      },
    });
  }

  run(program: CompleteProgram, listener: EngineListener): void {
    this.#listener = listener;
    this.#thread.send({ type: 'run', program });
  }

  /** Makes ready to run a program again and again. */
  explore(program: CompleteProgram, listener: EngineListener): void {
    this.#listener = listener;
    this.#thread.send({ type: 'explore', program });
  }

  /** Runs that program by each of these. */
  runAgain(schedules: readonly Schedule[]): void {
    this.#thread.send({ type: 'run-again', schedules });
  }

  /** What an engine sends may be a program's forgery: the run ends where it can't be true. */
  #believe(receive: () => void): void {
    try {
      receive();
    } catch (error) {
      if (!(error instanceof InvalidTrace)) throw error;
      this.#listener?.onFinished({ kind: 'crashed', message: error.message });
    }
  }

  terminate(): void {
    this.#listener = null;
    this.#thread.terminate();
  }
}
