/** Who brought whom about: made it, or woke it. */
import type { AgentId } from '../../trace/schema.ts';
import type { Collector } from './collector.ts';

export interface Act {
  readonly kind: 'created' | 'woken';
  readonly atNs: number;
  readonly from: AgentId;
  readonly to: AgentId;
  readonly eventIndex: number;
}

/** In order. What the loop woke has nobody to be named. */
export function collectActs(): Collector<readonly Act[]> {
  const acts: Act[] = [];
  /** To be created is to be made ready: one act says both. */
  let createdLast: { readonly task: AgentId; readonly eventIndex: number } | null = null;
  return {
    on: {
      'task-created': ({ atNs, parent: from, task: to }, eventIndex) => {
        acts.push({ kind: 'created', atNs, from, to, eventIndex });
        createdLast = { task: to, eventIndex };
      },
      'thread-started': ({ atNs, parent: from, started: to }, eventIndex) =>
        acts.push({ kind: 'created', atNs, from, to, eventIndex }),
      'process-started': ({ atNs, parent: from, process: to }, eventIndex) =>
        acts.push({ kind: 'created', atNs, from, to, eventIndex }),
      'task-ready': ({ atNs, by, task: to }, eventIndex) => {
        const isCreation = createdLast?.task === to && createdLast.eventIndex === eventIndex - 1;
        if (by !== null && !isCreation)
          acts.push({ kind: 'woken', atNs, from: by, to, eventIndex });
      },
    },
    end: () => acts,
  };
}
