import { useEffect, useRef, useState } from 'preact/hooks';
import { leaveTurn, takeTurn } from '../../workbench/page-turns.ts';
import { sharedSimulator } from '../../workbench/run/shared-simulator.ts';
import { sharedProgress, tellStudyNews } from '../study-session.ts';
import type { CheckedProgram } from './check-program.ts';
import type { Exercise } from './exercise.ts';

export interface Checking {
  readonly busy: boolean;
  /** The last program that was checked; null until there is one. */
  readonly checked: CheckedProgram | null;
  /** Why there is no Python; empty where there is. */
  readonly problem: string;
  check(source: string): void;
  stop(): void;
  /** For another text: there is no verdict on it, nor will what is being checked give one. */
  forget(): void;
}

/** Checks programs for an exercise, one at a time, and notes when it is solved. */
export function useCheck(exercise: Exercise): Checking {
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<CheckedProgram | null>(null);
  const [problem, setProblem] = useState('');
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const check = async (source: string) => {
    const abort = new AbortController();
    const { signal } = abort;
    const end = () => abort.abort();
    stop.current();
    stop.current = end;
    takeTurn('run', end);
    setBusy(true);
    setProblem('');
    try {
      const { checkProgram } = await import('./check-program.ts');
      const result = await checkProgram({ exercise, source, simulator: sharedSimulator, signal });
      if (stop.current !== end) return;
      setChecked(result);
      if (result.grading.passed) {
        sharedProgress().mark('exercise', exercise.id);
        tellStudyNews();
      }
    } catch (error) {
      if (stop.current === end) setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      leaveTurn('run', end);
      if (stop.current === end) setBusy(false);
    }
  };
  return {
    busy,
    checked,
    problem,
    check: (source) => void check(source),
    stop: () => stop.current(),
    forget() {
      stop.current();
      stop.current = () => {};
      setBusy(false);
      setChecked(null);
    },
  };
}
