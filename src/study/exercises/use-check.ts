import { useRef, useState } from 'preact/hooks';
import type { Program, Run } from '../../simulator/simulator.ts';
import type { Trace } from '../../trace/schema.ts';
import type { LiveRun } from '../../workbench/run/live-run.ts';
import { sharedSimulator } from '../../workbench/run/shared-simulator.ts';
import { useRun } from '../../workbench/run/use-runs.ts';
import { announceStudyNews } from '../study-news.ts';
import { sharedProgress } from '../study-session.ts';
import type { Exercise, Grading } from './exercise.ts';
import type { Tries } from './grade-exercise.ts';
import type { GradedRun } from './grade-run.ts';

export interface Checking {
  readonly busy: boolean;
  /** The last run, checked or not; null until there is one. */
  readonly run: LiveRun<GradedRun> | null;
  /** What the last program that was checked is worth; null until there is one. */
  readonly grading: Grading | null;
  /** How many orders the program has been tried in; null where it is not being tried in others. */
  readonly tried: number | null;
  /** Runs a program, and says nothing of what it is worth. */
  start(source: string): void;
  check(source: string): void;
  /** Runs what has been checked in another way; what the program is worth stays. */
  watch(program: Program): void;
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
  const orders = useRef<AbortController | null>(null);
  const [tried, setTried] = useState<number | null>(null);
  /** Further runs of the reader's program; they are stopped as the first one is. */
  const tries: Tries = {
    async rerun(source) {
      again.current = (await sharedSimulator()).run({ source });
      return again.current.finished;
    },
    async tryOrders(source, { count, breaks }) {
      const abort = new AbortController();
      orders.current = abort;
      setTried(0);
      try {
        const { findOrder } = await import('../../explore/find-order.ts');
        return await findOrder(
          await sharedSimulator(),
          { source },
          {
            ...{ orders: count, breaks, stopsAtFirst: true, signal: abort.signal },
            onProgress: ({ runs }) => setTried(runs.length),
          },
        );
      } finally {
        if (orders.current === abort) setTried(null);
      }
    },
  };
  const stopTries = () => {
    again.current?.stop();
    orders.current?.abort();
  };
  const { run, busy, start, stop, forget } = useRun({
    async conclusion() {
      const { gradeRun } = await import('./grade-run.ts');
      return (trace, { source }) =>
        gradeRun(exercise, source, trace, isAsked.current ? tries : null);
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
    stopTries();
    isAsked.current = asked;
    setGrading(null);
    start({ source });
  };
  return {
    busy,
    run,
    grading,
    tried,
    start: (source) => begin(source, false),
    check: (source) => begin(source, true),
    watch(program) {
      isAsked.current = false;
      start(program);
    },
    async runUnseen(source) {
      return (await sharedSimulator()).run({ source }).finished;
    },
    stop() {
      stop();
      stopTries();
    },
    forget() {
      stopTries();
      forget();
      setGrading(null);
    },
  };
}
