/** How tasks took turns at locks and semaphores. */
import { lanesOf, type Waiting } from '../analysis/lanes.ts';
import { type Primitive, primitivesOf } from '../analysis/primitives.ts';
import type { AgentId, PrimitiveId, Recording } from '../trace/recording.ts';
import { distinct, type Explanation, spanOf } from './explanation.ts';
import { code, countText, durationText, namesText } from './wording.ts';

const MOST = 3;

export function explainSharing(recording: Recording): Explanation[] {
  const queues = [...turnsOf(recording)].map(([primitive, turns]) => ({
    primitive: primitivesOf(recording).get(primitive),
    turns,
    waitedNs: turns.reduce((sum, { wait }) => sum + wait.toNs - wait.fromNs, 0),
  }));
  return queues
    .filter(({ waitedNs }) => waitedNs > 0)
    .sort((a, b) => b.waitedNs - a.waitedNs)
    .slice(0, MOST)
    .flatMap(({ primitive, turns, waitedNs }) => {
      if (!primitive) return [];
      const waiters = new Map(turns.map(({ task, label }) => [task, label]));
      const inAll = turns.length > 1 ? ' in all' : '';
      return {
        kind: 'sharing' as const,
        text: `${limitText(recording, primitive)}: ${namesText([...waiters.values()])} waited for it, ${durationText(waitedNs)}${inAll}.`,
        ...spanOf(turns.map(({ wait }) => wait)),
        agents: [...waiters.keys()],
        lines: distinct(turns.map(({ wait }) => wait.on.line)),
        primitives: [primitive.id],
      };
    });
}

interface Turn {
  readonly task: AgentId;
  readonly label: string;
  readonly wait: Waiting;
}

const TURNS = new Set(['Lock.acquire', 'Lock', 'Semaphore.acquire', 'Semaphore']);

/** Who waited for their turn, at each primitive. */
function turnsOf(recording: Recording): Map<PrimitiveId, Turn[]> {
  const turns = new Map<PrimitiveId, Turn[]>();
  for (const { task, label, segments } of lanesOf(recording)) {
    for (const wait of segments) {
      if (wait.state !== 'waiting' || wait.on.primitive === null) continue;
      if (!TURNS.has(wait.on.call ?? '')) continue;
      const known = turns.get(wait.on.primitive);
      if (known) known.push({ task, label, wait });
      else turns.set(wait.on.primitive, [{ task, label, wait }]);
    }
  }
  return turns;
}

function limitText(recording: Recording, { id, label, type }: Primitive): string {
  const name = code(label);
  if (!type.endsWith('Semaphore')) return `${name} was held by one at a time`;
  let most = 0;
  for (const event of recording.events) {
    if (event.kind !== 'primitive-changed' && event.kind !== 'primitive-seen') continue;
    if (event.primitive === id && event.state.kind === 'semaphore') {
      most = Math.max(most, event.state.holders.length);
    }
  }
  return `Never more than ${countText(most)} held ${name} at once`;
}
