/** What somebody waits for, in as few words as will do. */
import { labelOf } from '../analysis/agents.ts';
import { primitivesOf } from '../analysis/primitives.ts';
import type { Recording, Wait } from '../trace/recording.ts';
import { secondsText } from './seconds.ts';

/** ``"in `sleep` until 1.500 s"``, ``"for `fetch #2`"``, ``"for `lock` in `Lock.acquire`"`` */
export function waitText(recording: Recording, wait: Wait): string {
  const until = wait.untilNs === null ? '' : ` until ${secondsText(wait.untilNs)}`;
  return `${reasonText(recording, wait)}${until}`;
}

/** The same without the time. */
export function reasonText(recording: Recording, { call, task, primitive }: Wait): string {
  if (task !== null) return `for \`${labelOf(recording, task)}\``;
  const known = primitive === null ? undefined : primitivesOf(recording).get(primitive);
  if (known) return `for \`${known.label}\`${call ? ` in \`${call}\`` : ''}`;
  return call ? `in \`${call}\`` : 'for a future';
}
