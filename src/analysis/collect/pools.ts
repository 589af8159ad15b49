/** How full executors are: who works, and what waits for a place. */
import type { PrimitiveId } from '../../trace/schema.ts';
import type { Job } from './jobs.ts';
import type { PrimitiveHistory } from './primitives.ts';

export interface Pool {
  readonly id: PrimitiveId;
  readonly label: string;
  /** How many of its jobs can run at the same time; null where that is not known. */
  readonly places: number | null;
  readonly jobs: readonly Job[];
  /** How many jobs ran and how many waited, from then on; what came and went within one instant is no matter. */
  readonly load: readonly PoolLoad[];
}

export interface PoolLoad {
  readonly atNs: number;
  readonly busy: number;
  readonly queued: number;
}

/** Those that jobs were given to, in the order of their first job. */
export function poolsOf(
  jobs: ReadonlyMap<unknown, Job>,
  primitives: ReadonlyMap<PrimitiveId, PrimitiveHistory>,
): ReadonlyMap<PrimitiveId, Pool> {
  const byPool = Map.groupBy(jobs.values(), ({ pool }) => pool);
  return new Map(
    Array.from(byPool, ([id, own]) => {
      const primitive = primitives.get(id);
      const state = primitive?.changes.at(-1)?.state;
      const places = state?.kind === 'pool' ? state.places : null;
      const label = primitive?.label ?? 'an executor';
      return [id, { id, label, places, jobs: own, load: loadOf(own) }];
    }),
  );
}

function loadOf(jobs: readonly Job[]): PoolLoad[] {
  const changes = jobs.flatMap(changesOf).sort((a, b) => a.atNs - b.atNs);
  const load: PoolLoad[] = [];
  let busy = 0;
  let queued = 0;
  for (const [index, change] of changes.entries()) {
    busy += change.busy;
    queued += change.queued;
    if (changes[index + 1]?.atNs !== change.atNs) load.push({ atNs: change.atNs, busy, queued });
  }
  return load;
}

function changesOf({ submittedNs, beganNs, endedNs, cancelled }: Job): PoolLoad[] {
  const changes: PoolLoad[] = [{ atNs: submittedNs, busy: 0, queued: 1 }];
  if (beganNs !== null) {
    changes.push({ atNs: beganNs, busy: 1, queued: -1 });
    if (endedNs !== null) changes.push({ atNs: endedNs, busy: -1, queued: 0 });
  } else if (cancelled) {
    changes.push({ atNs: cancelled.atNs, busy: 0, queued: -1 });
  }
  return changes;
}
