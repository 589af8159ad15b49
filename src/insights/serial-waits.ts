/** Waits after one another beside which nothing else went on. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, Location, Wait } from '../trace/schema.ts';
import { type Fact, fact, keyOf } from './fact.ts';
import { isOwnTask } from './own-tasks.ts';

export interface SerialWaits extends Fact {
  readonly kind: 'serial-waits';
  /** Who waited: one task again and again, or several one after another. */
  readonly waiting: readonly AgentId[];
  readonly times: number;
  readonly totalNs: number;
}

const MOST = 2;

export function serialWaits(analysis: Analysis): SerialWaits[] {
  return rowsOf(analysis)
    .filter((row) => row.length > 1)
    .sort((a, b) => totalNs(b) - totalNs(a))
    .slice(0, MOST)
    .map((row) => {
      const base = fact({
        events: row.flatMap(({ fromIndex, toIndex }) => [fromIndex, toIndex]),
        fromNs: row[0]?.fromNs ?? 0,
        toNs: row.at(-1)?.toNs ?? 0,
        agents: row.map(({ task }) => task),
        locations: row.map(({ location }) => location),
      });
      const waiting = base.agents;
      return { kind: 'serial-waits', ...base, waiting, times: row.length, totalNs: totalNs(row) };
    });
}

/** A task's wait for a timer, beside which nothing else went on. */
interface TimerWait {
  readonly task: AgentId;
  readonly location: Location | null;
  readonly fromNs: number;
  readonly toNs: number;
  readonly fromIndex: number;
  readonly toIndex: number;
}

function totalNs(row: readonly TimerWait[]): number {
  return row.reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0);
}

interface OpenWait {
  readonly fromNs: number;
  readonly fromIndex: number;
  readonly wait: Wait | null;
}

/**
 * A wait beside which something else went on ends a row; so do later ones on the same line of its
 * task: that is a habit, of which only the others had their end.
 */
function rowsOf(analysis: Analysis): TimerWait[][] {
  const { trace, agents } = analysis;
  const rows: TimerWait[][] = [[]];
  const habits = new Set<string>();
  /** Who waits for a timer or at a primitive, since when; and callbacks, by negative numbers. */
  const waiting = new Map<number, OpenWait>();
  /** The only one that waits, as long as nobody else does anything. */
  let alone: number | null = null;

  const begin = (who: number, fromNs: number, fromIndex: number, wait: Wait | null) => {
    alone = waiting.size === 0 ? who : null;
    waiting.set(who, { fromNs, fromIndex, wait });
  };
  const act = (who: number, toNs: number, toIndex: number) => {
    const wasAlone = alone === who;
    alone = null;
    const since = waiting.get(who);
    waiting.delete(who);
    if (!since || since.fromNs === toNs) return;
    const { fromNs, fromIndex, wait } = since;
    const habit = `${who} ${keyOf(wait?.location ?? null)}`;
    if (!wasAlone) habits.add(habit);
    const isTimer = wait !== null && wait.untilNs !== null && isOwnTask(analysis, who);
    if (wasAlone && isTimer && !habits.has(habit)) {
      const { location } = wait;
      rows.at(-1)?.push({ task: who, location, fromNs, toNs, fromIndex, toIndex });
    } else if (rows.at(-1)?.length !== 0) {
      rows.push([]);
    }
  };

  for (const [index, event] of trace.events.entries()) {
    switch (event.kind) {
      case 'step-began':
        if (!agents.get(event.task)?.hidden) act(event.task, event.atNs, index);
        break;
      case 'step-ended': {
        const wait = event.waitsOn;
        if (wait && isOnItsOwn(wait) && !agents.get(event.task)?.hidden) {
          begin(event.task, event.atNs, index, wait);
        }
        break;
      }
      case 'callback-scheduled':
        if (event.dueNs !== null) begin(-event.callback, event.atNs, index, null);
        break;
      case 'callback-began':
      case 'callback-cancelled':
        act(-event.callback, event.atNs, index);
        break;
      case 'parked':
        // A worker of a pool that has nothing to do stands outside the program.
        // Nor does one wait that lets others compute.
        if (event.waitsOn.location !== null && event.waitsOn.call !== null) {
          begin(event.agent, event.atNs, index, null);
        }
        break;
      case 'resumed':
        act(event.agent, event.atNs, index);
        break;
      case 'process-started':
        begin(event.process, event.atNs, index, null);
        break;
      case 'process-ended':
        act(event.process, event.atNs, index);
        break;
      default:
        break;
    }
  }
  return rows;
}

/** Of a wait for others, what these do is what goes on. */
function isOnItsOwn({ untilNs, primitive, job, channel, process }: Wait): boolean {
  return [untilNs, primitive, job, channel, process].some((each) => each !== null);
}
