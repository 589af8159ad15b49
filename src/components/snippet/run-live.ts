import { compareOutput, describeComparison } from '../../recording/compare-output.ts';
import { type OutputScript, outputScript } from '../../recording/playback.ts';
import { type Output, RECORDING_VERSION, type Recording } from '../../recording/recording.ts';
import { transcriptLines } from '../../recording/transcript.ts';
import type { Simulator } from '../../simulator/simulator.ts';
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
  const engine = await Promise.race([prepared(simulator), aborted(signal)]);
  if (!engine) return resultOf(stoppedBeforeItBegan, expected);

  const output: Output[] = [];
  let nowNs = 0;
  let frame = 0;
  const show = () => {
    frame = 0;
    onOutput({ lines: transcriptLines(output), nowNs });
  };
  show();
  const run = engine.run({ source }, (events) => {
    for (const event of events) {
      nowNs = event.atNs;
      if (event.kind === 'output') output.push(event);
    }
    if (frame === 0) frame = requestAnimationFrame(show);
  });
  aborted(signal).then(() => run.stop());
  const recording = await run.finished;
  cancelAnimationFrame(frame);
  return resultOf(recording, expected);
}

async function prepared(simulator: () => Promise<Simulator>): Promise<Simulator> {
  const engine = await simulator();
  await engine.prepare();
  return engine;
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

const stoppedBeforeItBegan: Recording = {
  version: RECORDING_VERSION,
  program: { name: 'main.py', seed: 0 },
  events: [],
  outcome: { kind: 'stopped' },
  endedNs: 0,
};

/** A run that was cut short is not compared: what it would have printed is not known. */
function resultOf(recording: Recording, expected: OutputScript): RunResult {
  const script = outputScript(recording);
  const whole = ['exited', 'deadlocked'].includes(recording.outcome.kind);
  const comparison = whole ? compareOutput(expected, script) : null;
  const verdict = comparison && describeComparison(comparison);
  return { recording, script, comparison, verdict };
}
