/** Who stood where when the run was over. */
import type { AgentId, Wait } from '../trace/schema.ts';
import type { Activities, Activity } from './collect/activities.ts';
import type { Agent } from './collect/agents.ts';

export interface Ending {
  readonly agent: AgentId;
  /** `parked` is a thread, or a process, that stood in a blocking call and held no loop. */
  readonly status: 'waiting' | 'ready' | 'running' | 'parked' | 'blocked';
  /** What it waited for, or stood in; of one that was ready, null. */
  readonly waitsOn: Wait | null;
  readonly sinceNs: number;
}

/** In order of creation; housekeeping, and those that had ended, are left out. */
export function endingOf(
  activities: Activities,
  agents: ReadonlyMap<AgentId, Agent>,
): readonly Ending[] {
  return Array.from(activities).flatMap(([id, own]) => {
    const agent = agents.get(id);
    const last = own.at(-1);
    return agent && !agent.hidden && last && !last.isOver ? [endingAs(agent, last)] : [];
  });
}

function endingAs({ id, kind }: Agent, { state, wait, fromNs }: Activity): Ending {
  const isParked = state === 'waiting' && kind !== 'task';
  return {
    agent: id,
    status: isParked ? 'parked' : state,
    waitsOn: state === 'ready' ? null : wait,
    sinceNs: fromNs,
  };
}
