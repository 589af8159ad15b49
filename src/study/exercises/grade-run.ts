import type { Trace } from '../../trace/schema.ts';
import { judgeRun } from '../../workbench/run/judge-run.ts';
import type { ProgramResult } from '../../workbench/run/live-run.ts';
import { type Exercise, type Grading, gradeExercise } from './exercise.ts';

export interface GradedRun extends ProgramResult {
  readonly grading: Grading;
}

/** What a run of a reader's program was, and what it was worth. */
export async function gradeRun(
  exercise: Exercise,
  source: string,
  trace: Trace,
): Promise<GradedRun> {
  return {
    ...(await judgeRun(trace)),
    grading: gradeExercise(exercise.checks, source, trace),
  };
}
