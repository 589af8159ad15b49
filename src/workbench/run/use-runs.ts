import { useEffect, useRef, useState } from 'preact/hooks';
import type { Program } from '../../simulator/simulator.ts';
import type { EndedRun, LiveRun } from './live-run.ts';
import { RunController, type RunControllerOptions, type Runs } from './run-controller.ts';
import { sharedSimulator } from './shared-simulator.ts';

export type RunsOptions<Result> = Pick<
  RunControllerOptions<Result>,
  'conclusion' | 'onEnd' | 'watched'
>;

export interface RunsOfPrograms<Result> extends Runs<Result> {
  start(key: string, program: Program): void;
  /** See `RunController.replace`. */
  replace(key: string, program: Program): Promise<void>;
  stop(): void;
  /** Lets a program go further that was not at its end, or takes it for stopped. */
  goOn(key: string): void;
  settle(key: string): void;
  forget(key: string): void;
}

/** The runs of several programs, one at a time. */
export function useRuns<Result>(options: RunsOptions<Result>): RunsOfPrograms<Result> {
  const [runs, setRuns] = useState<Runs<Result>>({ byKey: new Map(), busyKey: null });
  const latest = useRef(options);
  latest.current = options;
  const [controller] = useState(
    () =>
      new RunController<Result>({
        simulator: sharedSimulator,
        conclusion: () => latest.current.conclusion(),
        onChange: setRuns,
        onEnd: (key, run) => latest.current.onEnd(key, run),
        watched: options.watched ?? true,
      }),
  );
  useEffect(() => () => controller.stop(), []);
  return {
    ...runs,
    start: (key, program) => void controller.start(key, program),
    replace: (key, program) => controller.replace(key, program),
    stop: () => controller.stop(),
    goOn: (key) => void controller.goOn(key),
    settle: (key) => void controller.settle(key),
    forget: (key) => controller.forget(key),
  };
}

export interface RunOfProgram<Result> {
  /** Null where it has not been run, or where that is forgotten. */
  readonly run: LiveRun<Result> | null;
  readonly busy: boolean;
  start(program: Program): void;
  replace(program: Program): Promise<void>;
  stop(): void;
  goOn(): void;
  settle(): void;
  forget(): void;
}

export interface RunOptions<Result> extends Pick<RunsOptions<Result>, 'conclusion' | 'watched'> {
  readonly onEnd: (run: EndedRun<Result>) => void;
}

const ONLY = 'main';

/** The runs of one program. */
export function useRun<Result>({ onEnd, ...options }: RunOptions<Result>): RunOfProgram<Result> {
  const runs = useRuns<Result>({ ...options, onEnd: (_, run) => onEnd(run) });
  return {
    run: runs.byKey.get(ONLY) ?? null,
    busy: runs.busyKey !== null,
    start: (program) => runs.start(ONLY, program),
    replace: (program) => runs.replace(ONLY, program),
    stop: runs.stop,
    goOn: () => runs.goOn(ONLY),
    settle: () => runs.settle(ONLY),
    forget: () => runs.forget(ONLY),
  };
}
