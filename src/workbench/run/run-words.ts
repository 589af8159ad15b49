import { type ErrorLines, errorLines, NO_ERROR_LINES } from '../../analysis/error-lines.ts';
import type { OutputScript } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { tellOutcome } from '../../insights/words/outcome.ts';
import type { EndedRun, ProgramResult } from './live-run.ts';

/** What a screen reader says once a run is over. */
export function endText(run: EndedRun<ProgramResult>): string {
  return run.phase === 'failed' ? run.message : endOfScriptText(run.result.script);
}

export function endOfScriptText({ lines, outcome, endedNs }: OutputScript): string {
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return `${tellOutcome(outcome).summary} At ${formatSeconds(endedNs)} seconds, ${count} of output.`;
}

/** The lines of the program that the exception came from which ended it. */
export function errorLinesOf(run: EndedRun<ProgramResult>): ErrorLines {
  if (run.phase === 'failed') return NO_ERROR_LINES;
  const { script, trace } = run.result;
  return errorLines(script, trace.program.name);
}
