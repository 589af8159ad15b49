import { outputScript } from '../../analysis/playback.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { runProgram } from '../../workbench/run/run-program.ts';
import { type Block, outputBlock } from '../cards/flashcard.ts';
import { type Exercise, type Grading, gradeExercise } from './exercise.ts';

export interface CheckOptions {
  readonly exercise: Exercise;
  readonly source: string;
  readonly simulator: () => Promise<Simulator>;
  readonly signal: AbortSignal;
}

export interface CheckedProgram {
  readonly grading: Grading;
  /** What it printed. */
  readonly output: Block;
}

/**
 * Runs a reader's program and grades its recording.
 *
 * @throws where there is no Python to be had.
 */
export async function checkProgram(options: CheckOptions): Promise<CheckedProgram> {
  const { exercise, source, simulator, signal } = options;
  const recording = await runProgram({
    program: { source },
    simulator,
    signal,
    onOutput: () => {},
  });
  return {
    grading: gradeExercise(exercise.checks, source, recording),
    output: outputBlock(outputScript(recording)),
  };
}
