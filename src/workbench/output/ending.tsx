import { goesOn } from '../../analysis/goes-on.ts';
import type { OutputScript } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { tellOutcome } from '../../insights/words/outcome.ts';

export interface EndProps {
  readonly script: OutputScript;
  /** Not there yet: it keeps its place, unseen. */
  readonly waiting: boolean;
}

/** How the run ended, as the last row of its output. */
export function Ending({ script, waiting }: EndProps) {
  const { summary, ok } = tellOutcome(script.outcome);
  const isOpen = goesOn(script.outcome);
  return (
    <li
      class="snippet-line"
      data-kind="ending"
      data-ok={ok || undefined}
      data-goes-on={isOpen || undefined}
      data-waiting={waiting || undefined}
    >
      <span class="snippet-time">{formatSeconds(script.endedNs)}</span>
      <span class="snippet-sign" aria-hidden="true">
        {isOpen ? '…' : '■'}
      </span>
      <span class="snippet-text">{summary}</span>
    </li>
  );
}
