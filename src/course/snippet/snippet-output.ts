import type { OutputScript } from '../../analysis/playback.ts';
import { type ShownOutput, sameRows } from '../../workbench/output/output-panel.tsx';
import type { LiveRun } from '../../workbench/run/live-run.ts';
import type { ComparedResult } from './compare-run.ts';

export interface SnippetOutputOptions {
  /** Null where the recording is shown. */
  readonly run: LiveRun<ComparedResult> | null;
  readonly expected: OutputScript;
  /** The reader's program as it is now, and whether it differs from the snippet's. */
  readonly source: string;
  readonly edited: boolean;
}

/** What the output of a snippet shows: what is expected, or what the reader's own program printed. */
export function snippetOutput(options: SnippetOutputOptions): ShownOutput {
  const { run, expected } = options;
  const title = titleOf(options);
  switch (run?.phase) {
    case 'preparing':
      return { title, rows: [], end: null, clockNs: null, difference: null };
    case 'running': {
      const { lines, nowNs } = run.output;
      return { title, rows: sameRows(lines), end: null, clockNs: nowNs, difference: null };
    }
    case 'finished': {
      const { script, comparison, difference } = run.result;
      const rows = comparison?.rows ?? sameRows(script.lines);
      return { title, rows, end: script, clockNs: null, difference };
    }
    default:
      return {
        title,
        rows: sameRows(expected.lines),
        end: expected,
        clockNs: null,
        difference: null,
      };
  }
}

function titleOf({ run, edited, source }: SnippetOutputOptions): string {
  switch (run?.phase) {
    case 'preparing':
      return 'Preparing Python …';
    case 'running':
      return 'Running …';
    case 'finished':
      if (run.further) return 'Output so far';
      if (run.source !== source) return 'Output before your last change';
      return edited ? 'Output of your version' : 'Output with what you changed';
    default:
      return edited ? 'Output of the original' : 'Output';
  }
}
