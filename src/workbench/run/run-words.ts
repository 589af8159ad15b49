import { mainLine } from '../../analysis/main-line.ts';
import type { OutputScript } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { tellOutcome } from '../../insights/words/outcome.ts';
import type { Outcome } from '../../trace/schema.ts';
import type { EndedRun, ProgramResult } from './live-run.ts';

/** What a screen reader says once a run is over. */
export function endText(run: EndedRun<ProgramResult>): string {
  return run.phase === 'failed' ? run.message : endOfScriptText(run.result.script);
}

export function endOfScriptText({ lines, outcome, endedNs }: OutputScript): string {
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return `${tellOutcome(outcome).summary} At ${formatSeconds(endedNs)} seconds, ${count} of output.`;
}

/** The line of the program that the exception came from which ended it. */
export function errorLineOf(run: EndedRun<ProgramResult>): number | null {
  return run.phase === 'failed' ? null : errorLine(run.result.script.outcome);
}

export function errorLine(outcome: Outcome): number | null {
  return outcome.kind === 'exited' ? mainLine(outcome.error?.location) : null;
}
