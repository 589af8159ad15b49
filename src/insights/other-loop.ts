/** A primitive belongs to the loop in which somebody first waited at it: in another it fails. */
import type { Analysis } from '../analysis/analysis.ts';
import type { Agent } from '../analysis/collect/agents.ts';
import type { PrimitiveHistory, PrimitiveWait } from '../analysis/collect/primitives.ts';
import type { AgentId, Location, PrimitiveId } from '../trace/schema.ts';
import { type Fact, fact } from './fact.ts';

export interface OtherLoop extends Fact {
  readonly kind: 'other-loop';
  readonly task: AgentId;
  /** Where it wanted to wait. */
  readonly location: Location | null;
  readonly primitive: PrimitiveId;
  /** Who had first waited at it, in another loop, and where. */
  readonly first: AgentId;
  readonly firstAt: Location | null;
}

/**
 * `"RuntimeError: <Queue at 0x164f560 maxsize=0> is bound to a different event loop"`, of which a
 * trace may have the beginning alone.
 */
const BOUND =
  /^RuntimeError: <(?:[\w.]+\.)?(\w+) (?:object )?at .*> is b(?:ound to a different event loop$|.*…$)/;

export function otherLoops(analysis: Analysis): OtherLoop[] {
  return [...analysis.agents.values()].flatMap((agent): OtherLoop[] => {
    const { id: task, finish } = agent;
    const type = BOUND.exec(finish?.detail ?? '')?.[1];
    // Others merely got the error from whom they awaited.
    if (finish?.how !== 'raised' || finish.origin !== null || type === undefined) return [];
    const found = [...analysis.primitives.values()].flatMap((primitive) => {
      const wait = primitive.type === type ? waitElsewhere(analysis, primitive, agent) : undefined;
      return wait ? { primitive, wait } : [];
    });
    const [one, ...others] = found;
    if (!one || others.length > 0) return [];
    const { primitive, wait } = one;
    const firstAt = wait.wait.location;
    return [
      {
        kind: 'other-loop',
        ...fact({
          events: [primitive.changes[0]?.eventIndex ?? null, finish.eventIndex],
          fromNs: wait.fromNs,
          toNs: finish.atNs,
          agents: [task, wait.agent],
          locations: [finish.location, firstAt],
          primitives: [primitive.id],
        }),
        ...{ task, location: finish.location, primitive: primitive.id },
        ...{ first: wait.agent, firstAt },
      },
    ];
  });
}

function waitElsewhere(
  { agents }: Analysis,
  { waits }: PrimitiveHistory,
  { loop }: Agent,
): PrimitiveWait | undefined {
  return waits.find(({ agent }) => agents.get(agent)?.loop !== loop);
}
