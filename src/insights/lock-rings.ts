/** Tasks that had locked each other out, until a time limit put an end to it. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, PrimitiveId, Wait } from '../trace/schema.ts';
import { ringsIn } from './deadlock/rings.ts';

/** Who waited for a lock, and who held it. */
export interface LockedOut {
  readonly task: AgentId;
  readonly wait: Wait;
  readonly holder: AgentId;
}

/** The first circle, in which each waited for a lock of the next; empty where there was none. */
export function lockRing(
  { primitives }: Analysis,
  waiting: readonly { readonly task: AgentId; readonly wait: Wait | null }[],
  eventIndex: number,
): readonly LockedOut[] {
  const holderOf = (id: PrimitiveId) => {
    const state = primitives
      .get(id)
      ?.changes.findLast((each) => each.eventIndex < eventIndex)?.state;
    return state?.kind === 'lock' ? state.holder : null;
  };
  const all = new Map<AgentId, LockedOut>();
  for (const { task, wait } of waiting) {
    const holder = wait?.primitive == null ? null : holderOf(wait.primitive);
    if (wait && holder !== null) all.set(task, { task, wait, holder });
  }
  const [ring = []] = ringsIn(new Map([...all].map(([task, { holder }]) => [task, [holder]])));
  return ring.flatMap((task) => all.get(task) ?? []);
}
