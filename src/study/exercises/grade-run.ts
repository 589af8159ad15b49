import type { Trace } from '../../trace/schema.ts';
import { judgeRun } from '../../workbench/run/judge-run.ts';
import type { ProgramResult } from '../../workbench/run/live-run.ts';
import type { Exercise, Grading } from './exercise.ts';
import { gradeExercise, type Tries } from './grade-exercise.ts';

export interface GradedRun extends ProgramResult {
  /** What it was worth; null where nobody asked. */
  readonly grading: Grading | null;
}

/**
 * What a run of a reader's program was, and what the program is worth.
 *
 * @param tries null where the program is not to be graded.
 */
export async function gradeRun(
  exercise: Exercise,
  source: string,
  trace: Trace,
  tries: Tries | null,
): Promise<GradedRun> {
  return {
    ...(await judgeRun(trace)),
    grading: tries && (await gradeExercise(exercise, source, trace, tries)),
  };
}
