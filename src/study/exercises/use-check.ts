import { useRef, useState } from 'preact/hooks';
import type { LiveRun } from '../../workbench/run/live-run.ts';
import { useRun } from '../../workbench/run/use-runs.ts';
import { announceStudyNews } from '../study-news.ts';
import { sharedProgress } from '../study-session.ts';
import type { Exercise } from './exercise.ts';
import type { GradedRun } from './grade-run.ts';

export interface Checking {
  readonly busy: boolean;
  /** The last run, checked or not; null until there is one. */
  readonly run: LiveRun<GradedRun> | null;
  /** The last program that was checked; null until there is one. */
  readonly checked: GradedRun | null;
  /** Runs a program, and says nothing of what it is worth. */
  start(source: string): void;
  check(source: string): void;
  stop(): void;
  /** For another text: there is no verdict on it, nor will what is being checked give one. */
  forget(): void;
}

/** Runs and checks programs for an exercise, one at a time, and notes when it is solved. */
export function useCheck(exercise: Exercise): Checking {
  const [checked, setChecked] = useState<GradedRun | null>(null);
  const isAsked = useRef(false);
  const { run, busy, start, stop, forget } = useRun({
    async conclusion() {
      const { gradeRun } = await import('./grade-run.ts');
      return (trace, { source }) => gradeRun(exercise, source, trace);
    },
    // A solution that does not end is wrong, and not to be asked about.
    watched: false,
    onEnd(ended) {
      if (ended.phase === 'failed' || !isAsked.current) return;
      setChecked(ended.result);
      if (!ended.result.grading.passed) return;
      sharedProgress().mark('exercise', exercise.id);
      announceStudyNews();
    },
  });
  const begin = (source: string, asked: boolean) => {
    isAsked.current = asked;
    setChecked(null);
    start({ source });
  };
  return {
    busy,
    run,
    checked,
    start: (source) => begin(source, false),
    check: (source) => begin(source, true),
    stop,
    forget() {
      forget();
      setChecked(null);
    },
  };
}
