/** How it is told that a task was spared: shielded from a cancellation, or not waited for any longer. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { AgentId } from '../../trace/schema.ts';
import type { AsCompletedUp } from '../as-completed.ts';
import type { Stopped } from '../cancellation.ts';
import type { ShieldCancelled } from '../shields.ts';
import { agentsText, agentText, code, onLine, sentenceCase, timeText } from './phrases.ts';

export function tellShieldCancelled(analysis: Analysis, insight: ShieldCancelled): string {
  const { task, by, location, fromNs } = insight;
  const who = sentenceCase(agentText(analysis, by));
  return `${who} cancelled the ${code('shield')} round ${agentText(analysis, task)}${onLine(analysis, location)} at ${timeText(fromNs)}, which leaves the task itself alone${laterText(analysis, task, fromNs, ': it ')}.`;
}

export function tellAsCompletedUp(
  analysis: Analysis,
  { others, location, fromNs }: AsCompletedUp,
): string {
  const who = agentsText(analysis, others);
  const [was, them] = others.length === 1 ? ['was', 'it'] : ['were', 'them'];
  return `The time of ${code('as_completed')}${onLine(analysis, location)} was up at ${timeText(fromNs)}: ${who} ${was} not done by then, and it does not cancel ${them}.`;
}

/**
 * Of a task that was stopped while it awaited another: that the other was not stopped with it, where
 * it was not; a clause, or nothing.
 */
export function sparedText(
  analysis: Analysis,
  { wait }: Stopped,
  followers: readonly Stopped[],
  atNs: number,
): string {
  const spared = wait?.task ?? null;
  if (spared === null || followers.some(({ task }) => task === spared)) return '';
  const later = laterText(analysis, spared, atNs, ' and ');
  // The run may have ended at the same moment, and stopped it on its own account.
  if (later === '' && wait?.call === 'shield')
    return `; ${agentText(analysis, spared)} was shielded from that`;
  return later === '' ? '' : `; ${agentText(analysis, spared)} was not cancelled with it${later}`;
}

function laterText(analysis: Analysis, task: AgentId, atNs: number, lead: string): string {
  const finish = analysis.agents.get(task)?.finish ?? null;
  if (finish === null) return `${lead}went on`;
  if (finish.atNs <= atNs) return '';
  const how = { returned: 'returned', raised: 'failed', cancelled: 'was cancelled' }[finish.how];
  return `${lead}went on until ${timeText(finish.atNs)}, when it ${how}`;
}
