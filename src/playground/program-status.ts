import { formatSeconds } from '../analysis/transcript.ts';
import { describeOutcome } from '../insights/describe-outcome.ts';
import type { ProgramRun } from './use-program-runs.ts';

/** What a screen reader says once a run is over. */
export function statusOf(run: ProgramRun): string {
  if (run.phase === 'failed') return run.message;
  if (run.phase !== 'finished') return '';
  const { lines, outcome, endedNs } = run.result.script;
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return `${describeOutcome(outcome).summary} At ${formatSeconds(endedNs)} seconds, ${count} of output.`;
}

/** The line of the program that the exception came from which ended it. */
export function errorLineOf(run: ProgramRun): number | null {
  if (run.phase !== 'finished') return null;
  const { outcome } = run.result.recording;
  return outcome.kind === 'exited' ? (outcome.error?.line ?? null) : null;
}
