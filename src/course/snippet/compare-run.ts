import {
  compareOutput,
  describeComparison,
  type OutputComparison,
} from '../../analysis/compare-output.ts';
import type { OutputScript } from '../../analysis/playback.ts';
import type { Trace } from '../../trace/schema.ts';
import { judgeRun } from '../../workbench/run/judge-run.ts';
import type { ProgramResult } from '../../workbench/run/live-run.ts';

export interface ComparedResult extends ProgramResult {
  /** Against the expected output; null where the run was cut short. */
  readonly comparison: OutputComparison | null;
  /** The comparison in a sentence. */
  readonly difference: string | null;
}

/** A run that was cut short is not compared: what it would have printed is not known. */
export async function compareRun(trace: Trace, expected: OutputScript): Promise<ComparedResult> {
  const result = await judgeRun(trace);
  const whole = ['exited', 'deadlocked'].includes(trace.outcome.kind);
  const comparison = whole ? compareOutput(expected, result.script) : null;
  return { ...result, comparison, difference: comparison && describeComparison(comparison) };
}
