/** Runs one program again and again in one engine, which is kept between requests. */
import type { CompleteProgram, ExploredRun, Exploring } from '../simulator.ts';
import type { RemoteEngine } from './remote-engine.ts';
import { watchForSilence } from './silence.ts';

interface Request {
  left: number;
  readonly onRuns: (runs: readonly ExploredRun[]) => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** @param onEnd called once, when the engine is given up. */
export function startExploring(
  engine: RemoteEngine,
  program: CompleteProgram,
  onEnd: () => void,
): Exploring {
  const { realTimeMs, oneCallMs } = program.limits;
  let request: Request | null = null;
  let failure: Error | null = null;
  let isOver = false;
  let stopWatching = () => {};
  /** Some runs may take as long as one that is recorded. */
  const watch = () => {
    stopWatching();
    const watchdog = setTimeout(() => fail('a run does not end'), realTimeMs);
    const silence = watchForSilence(engine.cpuMs, oneCallMs, () => fail('a call does not end'));
    stopWatching = () => {
      clearTimeout(watchdog);
      silence.end();
    };
    return silence.sign;
  };
  let sign: (isWaiting: boolean) => void = () => {};
  const end = () => {
    stopWatching();
    if (isOver) return;
    isOver = true;
    engine.terminate();
    request?.resolve();
    request = null;
    onEnd();
  };
  const fail = (reason: string) => {
    failure = new Error(`the engine could not go on exploring: ${reason}`);
    request?.reject(failure);
    request = null;
    end();
  };
  const ready = engine.booted.then(
    () => {
      if (isOver) return;
      engine.explore(program, {
        onSign: (isWaiting) => sign(isWaiting),
        onEvents() {},
        onExplored(runs) {
          const answered = request;
          if (!answered) return;
          answered.left -= runs.length;
          answered.onRuns(runs);
          // Whoever was told may have ended it.
          if (request !== answered) return;
          if (answered.left > 0) {
            sign = watch();
            return;
          }
          stopWatching();
          request = null;
          answered.resolve();
        },
        onFinished: (outcome) =>
          fail(outcome.kind === 'crashed' ? outcome.message : 'it has no memory left'),
      });
    },
    (error: Error) => fail(error.message),
  );
  return {
    async run(schedules, onRuns) {
      await ready;
      if (failure) throw failure;
      if (isOver || schedules.length === 0) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      request = { left: schedules.length, onRuns, resolve, reject };
      sign = watch();
      engine.runAgain(schedules);
      await promise;
    },
    end,
  };
}
