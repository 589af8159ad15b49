import { useEffect, useRef, useState } from 'preact/hooks';
import type { Program } from '../../simulator/simulator.ts';
import type { EndedRun, LiveRun } from './live-run.ts';
import { RunController, type RunControllerOptions, type Runs } from './run-controller.ts';
import { sharedSimulator } from './shared-simulator.ts';

export type RunsOptions<Result> = Pick<RunControllerOptions<Result>, 'conclusion' | 'onEnd'>;

export interface RunsOfPrograms<Result> extends Runs<Result> {
  start(key: string, program: Program): void;
  stop(): void;
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
      }),
  );
  useEffect(() => () => controller.stop(), []);
  return {
    ...runs,
    start: (key, program) => void controller.start(key, program),
    stop: () => controller.stop(),
    forget: (key) => controller.forget(key),
  };
}

export interface RunOfProgram<Result> {
  /** Null where it has not been run, or where that is forgotten. */
  readonly run: LiveRun<Result> | null;
  readonly busy: boolean;
  start(program: Program): void;
  stop(): void;
  forget(): void;
}

export interface RunOptions<Result> extends Pick<RunsOptions<Result>, 'conclusion'> {
  readonly onEnd: (run: EndedRun<Result>) => void;
}

const ONLY = 'main';

/** The runs of one program. */
export function useRun<Result>({ conclusion, onEnd }: RunOptions<Result>): RunOfProgram<Result> {
  const runs = useRuns<Result>({ conclusion, onEnd: (_, run) => onEnd(run) });
  return {
    run: runs.byKey.get(ONLY) ?? null,
    busy: runs.busyKey !== null,
    start: (program) => runs.start(ONLY, program),
    stop: runs.stop,
    forget: () => runs.forget(ONLY),
  };
}
