/**
 * What the two hosts share: one engine in use, one being prepared, a watchdog, and a trace at the
 * end whatever happens. A host differs only in how it starts a worker.
 */
import type { Outcome, Trace, TraceEvent } from '../../trace/schema.ts';
import {
  type CompleteProgram,
  DEFAULT_LIMITS,
  type Program,
  type Run,
  type Simulator,
} from '../simulator.ts';
import { TraceBuilder } from '../trace-builder.ts';
import { NOTHING_CHANGED } from '../what-if.ts';
import { startExploring } from './exploring.ts';
import { type EngineThread, RemoteEngine } from './remote-engine.ts';
import { type SilenceWatch, watchForSilence } from './silence.ts';

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
  let spares: RemoteEngine[] = [];
  let wanted = 1;
  const inUse = new Set<() => void>();
  let disposed = false;
  const prepare = () => {
    while (spares.length < wanted) spares.push(new RemoteEngine(startThread()));
    return spares[0]?.booted;
  };
  const take = () => spares.shift() ?? new RemoteEngine(startThread());
  /** Once this one is over, or takes long. */
  const prepareNext = (ended: Promise<unknown>) => {
    if (!keepSpare) return;
    Promise.race([ended, pause(LONG_RUN_MS)])
      .then(() => (disposed ? undefined : prepare()))
      .catch(() => {});
  };
  return {
    preload: () => void preload(),
    keepSpares(count) {
      wanted = count;
      for (const engine of spares.splice(wanted)) engine.terminate();
      prepare()?.catch(() => {});
    },
    async prepare() {
      try {
        await prepare();
      } catch (error) {
        spares = [];
        throw error;
      }
    },
    run(program, onEvents = () => {}) {
      const run = startRun(take(), withDefaults(program), onEvents);
      inUse.add(run.stop);
      prepareNext(run.finished.then(() => inUse.delete(run.stop)));
      return run;
    },
    explore(program) {
      const { promise: ended, resolve } = Promise.withResolvers<void>();
      const exploring = startExploring(take(), withDefaults(program), () => {
        inUse.delete(exploring.end);
        resolve();
      });
      inUse.add(exploring.end);
      prepareNext(ended);
      return exploring;
    },
    dispose() {
      disposed = true;
      for (const engine of spares.splice(0)) engine.terminate();
      for (const end of inUse) end();
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
  whatIf,
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
    whatIf: whatIf ?? NOTHING_CHANGED,
    limits: { ...DEFAULT_LIMITS, ...limits },
  };
}

function startRun(
  engine: RemoteEngine,
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
