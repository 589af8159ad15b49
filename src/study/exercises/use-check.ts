import { useState } from 'preact/hooks';
import { useRun } from '../../workbench/run/use-runs.ts';
import { announceStudyNews, sharedProgress } from '../study-session.ts';
import type { Exercise } from './exercise.ts';
import type { GradedRun } from './grade-run.ts';

export interface Checking {
  readonly busy: boolean;
  /** The last program that was checked; null until there is one. */
  readonly checked: GradedRun | null;
  /** Why there is no Python; empty where there is. */
  readonly problem: string;
  check(source: string): void;
  stop(): void;
  /** For another text: there is no verdict on it, nor will what is being checked give one. */
  forget(): void;
}

/** Checks programs for an exercise, one at a time, and notes when it is solved. */
export function useCheck(exercise: Exercise): Checking {
  const [checked, setChecked] = useState<GradedRun | null>(null);
  const { run, busy, start, stop, forget } = useRun({
    async conclusion() {
      const { gradeRun } = await import('./grade-run.ts');
      return (trace, { source }) => gradeRun(exercise, source, trace);
    },
    // A solution that does not end is wrong, and not to be asked about.
    watched: false,
    onEnd(ended) {
      if (ended.phase === 'failed') return;
      setChecked(ended.result);
      if (!ended.result.grading.passed) return;
      sharedProgress().mark('exercise', exercise.id);
      announceStudyNews();
    },
  });
  return {
    busy,
    checked,
    problem: run?.phase === 'failed' ? run.message : '',
    check: (source) => start({ source }),
    stop,
    forget() {
      forget();
      setChecked(null);
    },
  };
}
