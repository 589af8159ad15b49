/** What was made ready in a loop from outside without the loop being told. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, CallbackId, Location, LoopId, PrimitiveId, Wait } from '../trace/schema.ts';
import { eventsOf, eventsOfTask, type Placed } from './events-of.ts';
import { type Fact, fact, keyOf } from './fact.ts';

/** A call that is not safe from another thread, or from another loop's. */
export interface MissedWake extends Fact {
  readonly kind: 'missed-wake';
  readonly by: AgentId;
  /** What the program called: `Event.set`, `loop.call_soon`. */
  readonly call: string | null;
  readonly location: Location | null;
  /** Whether the one who called ran a loop of its own. */
  readonly fromLoop: LoopId | null;
  /** Who could go on, the first time. */
  readonly task: AgentId | null;
  readonly callback: CallbackId | null;
  /** What the task waited for. */
  readonly wait: Wait | null;
  readonly primitive: PrimitiveId | null;
  readonly atNs: number;
  /** When its timer goes off, where it is one. */
  readonly dueNs: number | null;
  /** When it did go on; null where it never did. */
  readonly seenNs: number | null;
  /** How often the same call missed the loop. */
  readonly times: number;
}

/** One primitive that loops of several threads use. */
export interface TwoLoops extends Fact {
  readonly kind: 'two-loops';
  readonly primitive: PrimitiveId;
  /** One task or thread of each loop. */
  readonly users: readonly AgentId[];
}

export function missedWakes(analysis: Analysis): MissedWake[] {
  const alike = Map.groupBy(
    eventsOf(analysis, 'wake-missed').filter((missed) => wasLate(analysis, missed)),
    ({ event }) => [event.by, event.call, keyOf(event.location), event.target].join(),
  );
  return [...alike.values()].map((group) => {
    const [first] = group as [Placed<'wake-missed'>];
    const { index, event } = first;
    const { by, call, location, task, callback, atNs } = event;
    const waited = task === null ? null : waitBefore(analysis, task, index);
    const seen = seenAt(analysis, first);
    return {
      kind: 'missed-wake',
      ...fact({
        events: [waited?.index ?? null, ...group.map((each) => each.index), seen?.index ?? null],
        fromNs: atNs,
        toNs: seen?.event.atNs ?? analysis.trace.endedNs,
        agents: [by, task],
        locations: [location, waited?.wait.location ?? null],
        primitives: [waited?.wait.primitive ?? null],
      }),
      by,
      call,
      location,
      fromLoop: event.loop,
      task,
      callback,
      wait: waited?.wait ?? null,
      primitive: waited?.wait.primitive ?? null,
      atNs,
      dueNs: event.dueNs,
      seenNs: seen?.event.atNs ?? null,
      times: group.length,
    };
  });
}

/** What a task had last begun to wait for by then. */
function waitBefore(
  analysis: Analysis,
  task: AgentId,
  before: number,
): { readonly index: number; readonly wait: Wait } | null {
  const ended = eventsOfTask(analysis, 'step-ended', task).findLast(({ index }) => index < before);
  return ended?.event.waitsOn ? { index: ended.index, wait: ended.event.waitsOn } : null;
}

/** When the loop came to it; of what has no number, when the loop next woke at all. */
function seenAt(analysis: Analysis, { index, event }: Placed<'wake-missed'>) {
  const { task, callback, target } = event;
  const { events } = analysis.trace;
  if (event.call === 'loop.stop') {
    const ended = eventsOf(analysis, 'loop-ended');
    return ended.find((each) => each.index > index && each.event.loop === target) ?? null;
  }
  for (let at = index + 1; at < events.length; at += 1) {
    const later = events[at];
    if (later?.kind !== 'step-began' && later?.kind !== 'callback-began') continue;
    const isIt =
      task !== null
        ? later.kind === 'step-began' && later.task === task
        : callback !== null
          ? later.kind === 'callback-began' && later.callback === callback
          : later.loop === target;
    if (isIt) return { index: at, event: later };
  }
  return null;
}

/** Where the loop was awake anyway, or woke before a timer went off, nothing came too late. */
function wasLate(analysis: Analysis, missed: Placed<'wake-missed'>): boolean {
  const seen = seenAt(analysis, missed);
  return seen === null || seen.event.atNs > (missed.event.dueNs ?? missed.event.atNs);
}

interface User {
  readonly agent: AgentId;
  readonly thread: AgentId;
  readonly index: number;
}

/** One loop after another on one thread is no trouble: nobody waits in the first any more. */
export function sharedByLoops(analysis: Analysis): TwoLoops[] {
  const users = new Map<PrimitiveId, Map<LoopId, User>>();
  const used = (
    primitive: PrimitiveId,
    agent: AgentId,
    { thread, loop }: { readonly thread: AgentId; readonly loop: LoopId | null },
    index: number,
  ) => {
    if (loop === null) return;
    const known = users.get(primitive);
    const user = { agent, thread, index };
    if (!known) users.set(primitive, new Map([[loop, user]]));
    else if (!known.has(loop)) known.set(loop, user);
  };
  for (const [index, event] of analysis.trace.events.entries()) {
    if (event.kind === 'primitive-seen' || event.kind === 'primitive-changed') {
      if (SHARED.has(event.state.kind)) used(event.primitive, event.by, event, index);
    } else if (event.kind === 'step-ended') {
      const primitive = event.waitsOn?.primitive ?? null;
      if (primitive !== null && users.has(primitive)) used(primitive, event.task, event, index);
    }
  }
  return [...users].flatMap(([primitive, byLoop]) => {
    const all = [...byLoop.values()];
    if (new Set(all.map(({ thread }) => thread)).size < 2) return [];
    const agents = all.map(({ agent }) => agent);
    return {
      kind: 'two-loops' as const,
      ...fact({
        events: all.map(({ index }) => index),
        fromNs: analysis.trace.events[all[0]?.index ?? 0]?.atNs ?? 0,
        toNs: analysis.trace.endedNs,
        agents,
        primitives: [primitive],
      }),
      primitive,
      users: agents,
    };
  });
}

/** What belongs to one loop. A future is set from another thread as a matter of course. */
const SHARED: ReadonlySet<string> = new Set([
  'lock',
  'semaphore',
  'event',
  'condition',
  'barrier',
  'queue',
]);
