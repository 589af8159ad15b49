/** The locks, queues, futures, pools and their kin of a trace: what became of them, and who used them. */
import type { AgentId, Location, PrimitiveId, PrimitiveState, Wait } from '../../trace/schema.ts';
import type { Activities } from './activities.ts';
import type { Collector } from './collector.ts';

export interface PrimitiveHistory {
  readonly id: PrimitiveId;
  /** Its class, `Lock`, `BoundedSemaphore`. */
  readonly type: string;
  /** As the program calls it; null where unknown. */
  readonly name: string | null;
  /** Its name, else its type. With a number where several are called the same. */
  readonly label: string;
  /** Where it was made. */
  readonly location: Location | null;
  /** Who first used it. */
  readonly by: AgentId;
  /** The first is how it stood when it was first used. */
  readonly changes: readonly PrimitiveChange[];
  /** In the order in which they began; those that took no time are not there. */
  readonly waits: readonly PrimitiveWait[];
  /** Who first used it, changed it or waited at it. */
  readonly users: ReadonlySet<AgentId>;
}

export interface PrimitiveChange {
  readonly eventIndex: number;
  readonly atNs: number;
  readonly state: PrimitiveState;
  readonly by: AgentId;
}

export interface PrimitiveWait {
  readonly agent: AgentId;
  readonly fromNs: number;
  /** Null where it still waited at the end. */
  readonly toNs: number | null;
  readonly wait: Wait;
}

export type FoundPrimitive = Omit<PrimitiveHistory, 'label' | 'waits'>;

interface Found extends FoundPrimitive {
  readonly changes: PrimitiveChange[];
  readonly users: Set<AgentId>;
}

/** In the order of their first use. */
export function collectPrimitives(): Collector<readonly FoundPrimitive[]> {
  const found = new Map<PrimitiveId, Found>();
  return {
    on: {
      'primitive-seen': (event, eventIndex) => {
        const { primitive: id, type, name, location, by, state, atNs } = event;
        const changes = [{ eventIndex, atNs, state, by }];
        found.set(id, { id, type, name, location, by, changes, users: new Set([by]) });
      },
      'primitive-changed': ({ primitive: id, by, state, atNs }, eventIndex) => {
        const primitive = found.get(id);
        primitive?.changes.push({ eventIndex, atNs, state, by });
        primitive?.users.add(by);
      },
    },
    end: () => [...found.values()],
  };
}

/** The same with what to call them, and with who waited at them. */
export function primitiveHistories(
  found: readonly FoundPrimitive[],
  activities: Activities,
): ReadonlyMap<PrimitiveId, PrimitiveHistory> {
  const labels = labelsOf(found);
  const waits = waitsByPrimitive(activities);
  return new Map(
    found.map((primitive) => {
      const own = waits.get(primitive.id) ?? [];
      const users = new Set([...primitive.users, ...own.map(({ agent }) => agent)]);
      const label = labels.get(primitive.id) ?? '';
      return [primitive.id, { ...primitive, label, waits: own, users }];
    }),
  );
}

function waitsByPrimitive(activities: Activities): Map<PrimitiveId, PrimitiveWait[]> {
  const waits = new Map<PrimitiveId, PrimitiveWait[]>();
  for (const [agent, own] of activities) {
    for (const { state, wait, fromNs, toNs, isOver } of own) {
      if (state === 'ready' || wait === null || wait.primitive === null) continue;
      const one = { agent, fromNs, toNs: isOver ? toNs : null, wait };
      const known = waits.get(wait.primitive);
      if (known) known.push(one);
      else waits.set(wait.primitive, [one]);
    }
  }
  for (const own of waits.values()) own.sort((a, b) => a.fromNs - b.fromNs);
  return waits;
}

function labelsOf(found: readonly FoundPrimitive[]): ReadonlyMap<PrimitiveId, string> {
  const uses = Map.groupBy(found, ({ name, type }) => name ?? type);
  return new Map(
    [...uses].flatMap(([label, alike]) =>
      alike.map(
        ({ id }, index) => [id, alike.length > 1 ? `${label} #${index + 1}` : label] as const,
      ),
    ),
  );
}
