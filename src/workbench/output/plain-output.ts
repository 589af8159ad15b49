import type { LiveRun, ProgramResult } from '../run/live-run.ts';
import { type ShownOutput, sameRows } from './output-panel.tsx';

/**
 * What a program of one's own printed, of which nothing was expected; null where it has not been run.
 *
 * @param source the program as it is now.
 */
export function plainOutput(
  run: LiveRun<ProgramResult> | null,
  source: string,
): ShownOutput | null {
  if (!run || run.phase === 'failed') return null;
  const title = titleOf(run, source);
  const nothing = { title, rows: [], end: null, clockNs: null, difference: null };
  switch (run.phase) {
    case 'preparing':
      return nothing;
    case 'running':
      return { ...nothing, rows: sameRows(run.output.lines), clockNs: run.output.nowNs };
    case 'finished': {
      const { script } = run.result;
      return { ...nothing, rows: sameRows(script.lines), end: script };
    }
  }
}

/** What a program printed when it was recorded. */
export function recordedOutput({ script }: ProgramResult, isFromLink: boolean): ShownOutput {
  const title = isFromLink ? 'Output of a run recorded in the link' : 'Output of a recorded run';
  return { title, rows: sameRows(script.lines), end: script, clockNs: null, difference: null };
}

function titleOf(run: LiveRun<ProgramResult>, source: string): string {
  if (run.phase === 'preparing') return 'Preparing Python …';
  if (run.phase === 'running') return 'Running …';
  if (run.phase === 'finished' && run.further) return 'Output so far';
  return run.source === source ? 'Output' : 'Output before your last change';
}
