/** What somebody waits for, in as few words as will do. */
import { analysisOf } from '../analysis/analysis.ts';
import { labelOf } from '../analysis/labels.ts';
import { waitTarget } from '../analysis/wait-target.ts';
import type { Trace, Wait } from '../trace/schema.ts';
import { secondsText } from './seconds.ts';

/** ``"in `sleep` until 1.500 s"``, ``"for `fetch #2`"``, ``"for `lock` in `Lock.acquire`"`` */
export function waitText(trace: Trace, wait: Wait): string {
  const until = wait.untilNs === null ? '' : ` until ${secondsText(wait.untilNs)}`;
  return `${reasonText(trace, wait)}${until}`;
}

/** The same without the time. */
export function reasonText(trace: Trace, wait: Wait): string {
  const { call } = wait;
  const agent = wait.task ?? wait.joins ?? wait.process;
  if (agent !== null) return `for \`${labelOf(trace, agent)}\``;
  const target = waitTarget(wait, analysisOf(trace));
  if (target !== null) return `for \`${target}\`${call ? ` in \`${call}\`` : ''}`;
  return call ? `in \`${call}\`` : 'for a future';
}
