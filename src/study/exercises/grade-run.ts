import { outputScript } from '../../analysis/playback.ts';
import type { Recording } from '../../trace/recording.ts';
import { type Block, outputBlock } from '../cards/flashcard.ts';
import { type Exercise, type Grading, gradeExercise } from './exercise.ts';

export interface GradedRun {
  readonly grading: Grading;
  /** What it printed. */
  readonly output: Block;
}

/** What a run of a reader's program was worth. */
export function gradeRun(exercise: Exercise, source: string, recording: Recording): GradedRun {
  return {
    grading: gradeExercise(exercise.checks, source, recording),
    output: outputBlock(outputScript(recording)),
  };
}
