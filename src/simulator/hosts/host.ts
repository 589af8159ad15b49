/**
 * What the two hosts share: one engine in use, one being prepared, a watchdog, and a trace at the
 * end whatever happens. A host differs only in how it starts a worker.
 */
import { EventDecoder } from '../../trace/event-decoder.ts';
import type { Outcome, Trace, TraceEvent } from '../../trace/schema.ts';
import { InvalidTrace } from '../../trace/validate.ts';
import { checkExplored } from '../check-explored.ts';
import { MEMORY_LIMIT_BYTES } from '../limits.ts';
import { type FromEngine, type ToEngine, UnknownMessage } from '../protocol.ts';
import type { Schedule } from '../schedule.ts';
import {
  type CompleteProgram,
  DEFAULT_LIMITS,
  type ExploredRun,
  type Exploring,
  type Program,
  type Run,
  type Simulator,
} from '../simulator.ts';
import { TraceBuilder } from '../trace-builder.ts';
import { type SilenceWatch, watchForSilence } from './silence.ts';

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

export interface HostOptions {
  /** Fetches and compiles what all engines share. Never rejects; safe to call often. */
  preload(): Promise<unknown>;
  /** Starts a worker and sends it its `boot` message. */
  startThread(): EngineThread;
  /** Whether to prepare another engine for the next run, once this one is over or takes long. */
  readonly keepSpare: boolean;
}

/** A short run is not to share the machine with the next one's engine. */
const LONG_RUN_MS = 500;

export function createSimulator({ preload, startThread, keepSpare }: HostOptions): Simulator {
  let spare: Engine | null = null;
  const inUse = new Set<Pick<Run, 'stop'>>();
  let disposed = false;
  const prepare = () => {
    spare ??= new Engine(startThread());
    return spare.booted;
  };
  return {
    preload: () => void preload(),
    async prepare() {
      try {
        await prepare();
      } catch (error) {
        spare = null;
        throw error;
      }
    },
    run(program, onEvents = () => {}) {
      const engine = spare ?? new Engine(startThread());
      spare = null;
      const run = startRun(engine, withDefaults(program), onEvents);
      inUse.add(run);
      const ended = run.finished.then(() => inUse.delete(run));
      if (keepSpare) {
        Promise.race([ended, pause(LONG_RUN_MS)])
          .then(() => (disposed ? undefined : prepare()))
          .catch(() => {});
      }
      return run;
    },
    explore(program, schedules, onRuns) {
      const engine = spare ?? new Engine(startThread());
      spare = null;
      const exploring = startExploring(engine, withDefaults(program), schedules, onRuns);
      inUse.add(exploring);
      const forget = () => inUse.delete(exploring);
      exploring.finished.then(forget, forget);
      return exploring;
    },
    dispose() {
      disposed = true;
      spare?.terminate();
      spare = null;
      for (const run of inUse) run.stop();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function withDefaults({
  source,
  name,
  seed,
  args,
  files,
  stdin,
  watch,
  schedule,
  limits,
}: Program): CompleteProgram {
  return {
    // As a file would have it, which can't hold half of a surrogate pair.
    source: source.toWellFormed(),
    name: name ?? 'main.py',
    seed: seed ?? 0,
    args: args ?? [],
    files: files ?? {},
    stdin: stdin ?? new Uint8Array(),
    watch: watch ?? true,
    schedule: schedule ?? { policy: 'fifo' },
    limits: { ...DEFAULT_LIMITS, ...limits },
  };
}

function startRun(
  engine: Engine,
  program: CompleteProgram,
  onEvents: (events: readonly TraceEvent[]) => void,
): Run {
  const trace = new TraceBuilder(program);
  const { promise, resolve } = Promise.withResolvers<Trace>();
  const { realTimeMs, oneCallMs } = program.limits;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let silence: SilenceWatch | undefined;
  const finish = (outcome: Outcome, endedNs: number | null = null) => {
    clearTimeout(watchdog);
    silence?.end();
    engine.terminate();
    resolve(trace.finish(outcome, endedNs));
  };
  engine.booted.then(
    () => {
      watchdog = setTimeout(() => {
        finish({ kind: 'limited', limit: 'real-time', allowed: realTimeMs });
      }, realTimeMs);
      silence = watchForSilence(engine.cpuMs, oneCallMs, () => {
        finish({ kind: 'limited', limit: 'one-call', allowed: oneCallMs });
      });
      engine.run(program, {
        onSign: silence.sign,
        onEvents(events) {
          trace.add(events);
          onEvents(events);
        },
        onFinished: finish,
      });
    },
    (error: Error) => finish({ kind: 'crashed', message: error.message }),
  );
  return {
    finished: promise,
    soFar: () => trace.soFar(),
    stop: () => finish({ kind: 'stopped' }),
  };
}

function startExploring(
  engine: Engine,
  program: CompleteProgram,
  schedules: readonly Schedule[],
  onRuns: (runs: readonly ExploredRun[]) => void,
): Exploring {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let left = schedules.length;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const end = (settle: () => void) => {
    clearTimeout(watchdog);
    engine.terminate();
    settle();
  };
  if (left === 0) end(resolve);
  /** Each batch of runs may take as long as a run. */
  const watch = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      end(() => reject(new Error('the engine could not go on exploring: a run does not end')));
    }, program.limits.realTimeMs);
  };
  engine.booted.then(() => {
    watch();
    engine.explore(program, schedules, {
      onSign() {},
      onEvents() {},
      onExplored(runs) {
        watch();
        left -= runs.length;
        onRuns(runs);
        if (left <= 0) end(resolve);
      },
      onFinished(outcome) {
        const reason = outcome.kind === 'crashed' ? outcome.message : 'it has no memory left';
        end(() => reject(new Error(`the engine could not go on exploring: ${reason}`)));
      },
    });
  }, reject);
  return { finished: promise, stop: () => end(resolve) };
}

interface RunListener {
  onSign(isWaiting: boolean): void;
  onEvents(events: readonly TraceEvent[]): void;
  onExplored?(runs: readonly ExploredRun[]): void;
  onFinished(outcome: Outcome, endedNs?: number): void;
}

class Engine {
  readonly #thread: EngineThread;
  /** Rejects where the engine cannot start; says why. */
  readonly booted: Promise<void>;
  readonly #decoder = new EventDecoder();
  readonly cpuMs: EngineThread['cpuMs'];
  #listener: RunListener | null = null;

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

  run(program: CompleteProgram, listener: RunListener): void {
    this.#listener = listener;
    this.#thread.send({ type: 'run', program });
  }

  explore(program: CompleteProgram, schedules: readonly Schedule[], listener: RunListener): void {
    this.#listener = listener;
    this.#thread.send({ type: 'explore', program, schedules });
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
