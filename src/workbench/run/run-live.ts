import { compareOutput, describeComparison } from '../../analysis/compare-output.ts';
import { type OutputScript, outputScript } from '../../analysis/playback.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { Recording } from '../../trace/recording.ts';
import { runProgram } from './run-program.ts';
import type { LiveOutput, RunResult } from './run-state.ts';

export interface LiveRunOptions {
  readonly source: string;
  readonly expected: OutputScript;
  readonly simulator: () => Promise<Simulator>;
  readonly onOutput: (output: LiveOutput) => void;
  /** Stops the run. */
  readonly signal: AbortSignal;
}

/**
 * Runs a program, showing its output at most once a frame. Can be stopped from the first moment.
 *
 * @throws where there is no Python to be had.
 */
export async function runLive(options: LiveRunOptions): Promise<RunResult> {
  const { source, expected, simulator, onOutput, signal } = options;
  const recording = await runProgram({ program: { source }, simulator, onOutput, signal });
  return resultOf(recording, expected);
}

/** A run that was cut short is not compared: what it would have printed is not known. */
function resultOf(recording: Recording, expected: OutputScript): RunResult {
  const script = outputScript(recording);
  const whole = ['exited', 'deadlocked'].includes(recording.outcome.kind);
  const comparison = whole ? compareOutput(expected, script) : null;
  const verdict = comparison && describeComparison(comparison);
  return { recording, script, comparison, verdict };
}
