import {
  compareOutput,
  describeComparison,
  type OutputComparison,
} from '../../analysis/compare-output.ts';
import { type OutputScript, outputScript } from '../../analysis/playback.ts';
import { tellEnd, tellGoingOn } from '../../insights/words/tell-end.ts';
import type { Trace } from '../../trace/schema.ts';
import type { ProgramResult } from '../../workbench/run/live-run.ts';

export interface ComparedResult extends ProgramResult {
  /** Against the expected output; null where the run was cut short. */
  readonly comparison: OutputComparison | null;
  /** The comparison in a sentence. */
  readonly verdict: string | null;
}

/** A run that was cut short is not compared: what it would have printed is not known. */
export function compareRun(trace: Trace, expected: OutputScript): ComparedResult {
  const script = outputScript(trace, tellEnd(trace));
  const whole = ['exited', 'deadlocked'].includes(trace.outcome.kind);
  const comparison = whole ? compareOutput(expected, script) : null;
  const verdict = comparison && describeComparison(comparison);
  return { trace, script, comparison, verdict, goesOn: tellGoingOn(trace) };
}
