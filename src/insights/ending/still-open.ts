/** What a run that was ended from outside leaves open, beside what it does over and over. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Ending } from '../../analysis/ending.ts';
import type { AgentId, Wait } from '../../trace/schema.ts';
import { creationIndexOf } from '../events-of.ts';
import { type Fact, fact } from '../fact.ts';
import { isOwnTask } from '../own-tasks.ts';

/** Tasks, threads and processes that had not ended when the run was. */
export interface StillOpen extends Fact {
  readonly kind: 'still-open';
  readonly open: readonly Ending[];
}

/** @param told of whom it is said otherwise why they do not end. */
export function stillOpen(analysis: Analysis, told: readonly (AgentId | null)[]): StillOpen[] {
  const clear = new Set(told);
  for (const { agent, waitsOn } of analysis.ending.toReversed()) {
    if (isClear(waitsOn, clear)) clear.add(agent);
  }
  const open = analysis.ending.filter((each) => !clear.has(each.agent) && isOfNote(analysis, each));
  if (open.length === 0) return [];
  return [
    {
      kind: 'still-open',
      ...fact({
        events: open.map(({ agent }) => creationIndexOf(analysis, agent)),
        fromNs: analysis.trace.endedNs,
        agents: open.map(({ agent }) => agent),
        locations: open.map(({ waitsOn }) => waitsOn?.location ?? null),
      }),
      open,
    },
  ];
}

/** Whether somebody waits only for those of whom it is said why they do not end. */
function isClear(wait: Wait | null, clear: ReadonlySet<AgentId | null>): boolean {
  const awaited = wait?.tasks ?? (wait?.task == null ? [] : [wait.task]);
  return awaited.length > 0 && awaited.every((task) => clear.has(task));
}

/** Not the main thread, which has had its say, nor the thread of a pool that has nothing to do. */
function isOfNote(analysis: Analysis, { agent, status, waitsOn }: Ending): boolean {
  switch (analysis.agents.get(agent)?.kind) {
    case 'task':
      return isOwnTask(analysis, agent);
    case 'thread':
      return status !== 'parked' || waitsOn?.location != null;
    case 'process':
      return true;
    default:
      return false;
  }
}
