import { outputScript } from '../../analysis/playback.ts';
import type { Trace } from '../../trace/schema.ts';
import { type Block, outputBlock } from '../cards/flashcard.ts';
import { type Exercise, type Grading, gradeExercise } from './exercise.ts';

export interface GradedRun {
  readonly grading: Grading;
  /** What it printed. */
  readonly output: Block;
}

/** What a run of a reader's program was worth. */
export function gradeRun(exercise: Exercise, source: string, trace: Trace): GradedRun {
  return {
    grading: gradeExercise(exercise.checks, source, trace),
    output: outputBlock(outputScript(trace)),
  };
}
