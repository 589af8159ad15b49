import type { OutputComparison } from '../../analysis/compare-output.ts';
import type { OutputScript } from '../../analysis/playback.ts';
import type { Recording } from '../../trace/recording.ts';

/** Where a snippet's run is, and so what its output panel shows. */
export type RunState =
  /** Nothing has been run: the expected output is shown. */
  | { readonly phase: 'rest' }
  /** The recording plays, or was stopped, or is over. */
  | { readonly phase: 'playing' | 'paused' | 'played'; readonly nowNs: number }
  /** Python is on its way. */
  | { readonly phase: 'preparing'; readonly text: string }
  /** The reader's own program runs, or has run. */
  | { readonly phase: 'running'; readonly text: string; readonly output: LiveOutput }
  | { readonly phase: 'finished'; readonly text: string; readonly result: RunResult }
  /** There is no Python to be had. */
  | { readonly phase: 'failed'; readonly text: string; readonly message: string };

export type LiveOutput = Pick<OutputScript, 'lines'> & { readonly nowNs: number };

export interface RunResult {
  readonly recording: Recording;
  readonly script: OutputScript;
  /** Against the expected output; null where the run was cut short. */
  readonly comparison: OutputComparison | null;
  /** The comparison in a sentence. */
  readonly verdict: string | null;
}
