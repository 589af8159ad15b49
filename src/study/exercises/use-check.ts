import { useRef, useState } from 'preact/hooks';
import type { Run } from '../../simulator/simulator.ts';
import type { Trace } from '../../trace/schema.ts';
import type { LiveRun } from '../../workbench/run/live-run.ts';
import { sharedSimulator } from '../../workbench/run/shared-simulator.ts';
import { useRun } from '../../workbench/run/use-runs.ts';
import { announceStudyNews } from '../study-news.ts';
import { sharedProgress } from '../study-session.ts';
import type { Exercise, Grading } from './exercise.ts';
import type { GradedRun } from './grade-run.ts';

export interface Checking {
  readonly busy: boolean;
  /** The last run, checked or not; null until there is one. */
  readonly run: LiveRun<GradedRun> | null;
  /** What the last program that was checked is worth; null until there is one. */
  readonly grading: Grading | null;
  /** Runs a program, and says nothing of what it is worth. */
  start(source: string): void;
  check(source: string): void;
  /** Runs what has been checked with something else in it; what the program is worth stays. */
  watch(source: string): void;
  /** Runs a program that is not the reader's, and shows nothing of it. */
  runUnseen(source: string): Promise<Trace>;
  stop(): void;
  /** For another text: there is no verdict on it, nor will what is being checked give one. */
  forget(): void;
}

/** Runs and checks programs for an exercise, one at a time, and notes when it is solved. */
export function useCheck(exercise: Exercise): Checking {
  const [grading, setGrading] = useState<Grading | null>(null);
  const isAsked = useRef(false);
  const again = useRef<Run | null>(null);
  /** The reader's program with other numbers; it is stopped as the first run is. */
  const rerun = async (source: string) => {
    again.current = (await sharedSimulator()).run({ source });
    return again.current.finished;
  };
  const { run, busy, start, stop, forget } = useRun({
    async conclusion() {
      const { gradeRun } = await import('./grade-run.ts');
      return (trace, { source }) =>
        gradeRun(exercise, source, trace, isAsked.current ? rerun : null);
    },
    // A solution that does not end is wrong, and not to be asked about.
    watched: false,
    onEnd(ended) {
      if (ended.phase === 'failed' || !ended.result.grading) return;
      setGrading(ended.result.grading);
      if (!ended.result.grading.passed) return;
      sharedProgress().mark('exercise', exercise.id);
      announceStudyNews();
    },
  });
  const begin = (source: string, asked: boolean) => {
    again.current?.stop();
    isAsked.current = asked;
    setGrading(null);
    start({ source });
  };
  return {
    busy,
    run,
    grading,
    start: (source) => begin(source, false),
    check: (source) => begin(source, true),
    watch(source) {
      isAsked.current = false;
      start({ source });
    },
    async runUnseen(source) {
      return (await sharedSimulator()).run({ source }).finished;
    },
    stop() {
      stop();
      again.current?.stop();
    },
    forget() {
      again.current?.stop();
      forget();
      setGrading(null);
    },
  };
}
