/** Waits after one another beside which nothing else went on. */

import type { Analysis } from '../analysis/analysis.ts';
import { greatest } from '../analysis/extremes.ts';
import type { AgentId, Location, Wait } from '../trace/schema.ts';
import { distinct, type Fact, fact, isSameLocation, keyOf } from './fact.ts';
import { isOwnTask } from './own-tasks.ts';
import {
  areIndependent,
  areIndependentRounds,
  callAt,
  keyOfCall,
  type SerialCall,
} from './serial-calls.ts';

/** Something was awaited one after another that could have gone on together. */
export interface SerialWaits extends Fact {
  readonly kind: 'serial-waits';
  /** Who waited: one task again and again, or several one after another. */
  readonly waiting: readonly AgentId[];
  /** What the one task awaited each time, one after another; null where several tasks waited. */
  readonly awaited: readonly string[] | null;
  readonly times: number;
  readonly totalNs: number;
  /** The longest of them: what they take together. */
  readonly longestNs: number;
}

const MOST = 2;

export function serialWaits(analysis: Analysis): SerialWaits[] {
  if (analysis.trace.outcome.kind !== 'exited') return [];
  return (
    rowsOf(analysis)
      // What takes turns anyhow would take them together, too.
      .filter((row) => !row.some((wait) => holdsLock(analysis, wait)))
      .flatMap((row) => rowOfCalls(analysis, row) ?? rowOfTasks(analysis, row) ?? [])
      .sort((a, b) => b.totalNs - a.totalNs)
      .slice(0, MOST)
  );
}

/** One task awaited the same function again and again. */
function rowOfCalls(analysis: Analysis, row: readonly TimerWait[]): SerialWaits | null {
  const [task] = distinct(row.map((wait) => wait.task));
  if (task === undefined || row.some((wait) => wait.task !== task)) return null;
  const calls = row.map((wait) => ({ wait, call: callAt(analysis, task, wait.fromIndex) }));
  // What waits on the very line of the call is the library's: a `sleep` is meant to take its time.
  const own = calls.flatMap(({ call, wait }) =>
    call && !isSameLocation(call.location, wait.location) ? { call, wait } : [],
  );
  if (own.length < row.length) return null;
  const each = [...Map.groupBy(own, ({ call }) => keyOfCall(call)).values()];
  const rounds = roundsOf(each);
  if (rounds.length < 2) return null;
  const awaited = rounds[0]?.map(([first]) => first?.call.name ?? '') ?? [];
  const called = own.map(({ call }) => call);
  const isPlain = awaited.length === 1;
  if (!(isPlain ? areIndependent(analysis, called) : areIndependentRounds(analysis, called))) {
    return null;
  }
  const tookNs = rounds.map((round) => totalNs(round.flat().map(({ wait }) => wait)));
  const longestNs = greatest(tookNs);
  const locations = own.map(({ call }) => call.location);
  return serial(row, { awaited, times: rounds.length, longestNs, locations });
}

/** Calls of the same functions over and over, as rounds; none where they are not. */
function roundsOf<C extends { readonly call: SerialCall }>(
  each: readonly (readonly C[])[],
): readonly (readonly (readonly C[])[])[] {
  const names = each.map(([first]) => first?.call.name);
  const length = new Set(names).size;
  const isCycle = names.every((name, index) => name === names[index % length]);
  if (!isCycle || names.length % length !== 0) return [];
  return Array.from({ length: names.length / length }, (_, round) =>
    each.slice(round * length, (round + 1) * length),
  );
}

/** Tasks that were made at the same place waited one after another. */
function rowOfTasks({ agents }: Analysis, row: readonly TimerWait[]): SerialWaits | null {
  const each = Map.groupBy(row, ({ task }) => task);
  if (each.size < 2) return null;
  // One that failed may be the reason why the next was made.
  if ([...each.keys()].some((id) => agents.get(id)?.finish?.how !== 'returned')) return null;
  const origins = [...each.keys()].map((id) => {
    const { parent, coroutine, location = null } = agents.get(id) ?? {};
    return location && `${parent} ${coroutine} ${keyOf(location)}`;
  });
  if (origins[0] == null || origins.some((origin) => origin !== origins[0])) return null;
  const isMadeInTime = [...each].every(([id, waits], index, all) => {
    const before = all[index - 1]?.[1].at(-1)?.toNs ?? 0;
    return (agents.get(id)?.createdNs ?? 0) >= before && waits.length > 0;
  });
  if (!isMadeInTime) return null;
  const [first] = row as [TimerWait];
  const longestNs = greatest([...each.values()].map(totalNs));
  const locations = [agents.get(first.task)?.location ?? null];
  return serial(row, { awaited: null, times: each.size, longestNs, locations });
}

/** Whether a task had a lock, or the last place of a semaphore: then others would have to wait. */
function holdsLock({ primitives }: Analysis, { task, fromIndex }: TimerWait): boolean {
  return [...primitives.values()].some(({ changes }) => {
    const state = changes.findLast(({ eventIndex }) => eventIndex <= fromIndex)?.state;
    if (state?.kind === 'lock' || state?.kind === 'condition') return state.holder === task;
    return state?.kind === 'semaphore' && state.value === 0 && state.holders.includes(task);
  });
}

function serial(
  row: readonly TimerWait[],
  more: Pick<SerialWaits, 'awaited' | 'times' | 'longestNs'> & {
    readonly locations: readonly (Location | null)[];
  },
): SerialWaits {
  const { locations, ...rest } = more;
  const base = fact({
    events: row.flatMap(({ fromIndex, toIndex }) => [fromIndex, toIndex]),
    fromNs: row[0]?.fromNs ?? 0,
    toNs: row.at(-1)?.toNs ?? 0,
    agents: row.map(({ task }) => task),
    locations,
  });
  return { kind: 'serial-waits', ...base, waiting: base.agents, totalNs: totalNs(row), ...rest };
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
