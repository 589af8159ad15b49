import { formatSeconds, transcriptLines } from '../../recording/transcript.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { type Exercise, gradeExercise } from '../../study/exercise.ts';
import { runProgram } from '../snippet/run-program.ts';

export interface CheckOptions {
  readonly exercise: Exercise;
  readonly source: string;
  readonly simulator: () => Promise<Simulator>;
  readonly signal: AbortSignal;
}

/**
 * Runs a reader's program and grades its recording.
 *
 * @throws where there is no Python to be had.
 */
export async function checkProgram({ exercise, source, simulator, signal }: CheckOptions) {
  const recording = await runProgram({
    program: { source },
    simulator,
    signal,
    onOutput: () => {},
  });
  return {
    grading: gradeExercise(exercise.checks, source, recording),
    output: transcriptLines(recording.events).map(({ atNs, text, stream }) => ({
      at: formatSeconds(atNs),
      text,
      error: stream === 'stderr',
    })),
  };
}
