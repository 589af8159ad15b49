/** Who was asked to stop, by whom and why; whose time limit was up; who went on all the same. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Cancellation } from '../analysis/collect/cancellations.ts';
import type { TimeLimit } from '../analysis/collect/limits.ts';
import { greatest, least } from '../analysis/extremes.ts';
import type { Span } from '../analysis/span.ts';
import type { AgentId, CallbackId, LimitId, Location, Trace, Wait } from '../trace/schema.ts';
import { eventsOfTask, finishIndexOf } from './events-of.ts';
import { type Fact, fact, keyOf } from './fact.ts';
import { type LockedOut, lockRing } from './lock-rings.ts';
import { areOneInstant } from './one-instant.ts';
import { isOwnTask } from './own-tasks.ts';
import { type StuckChild, stuckChild } from './stuck-children.ts';

/** Somebody who was asked to stop. */
export interface Stopped {
  readonly task: AgentId;
  /** What it waited for; null where it had not begun, or ran. */
  readonly wait: Wait | null;
  readonly hadBegun: boolean;
  /** Null where it had not ended by the end of the run. */
  readonly end: {
    readonly how: 'returned' | 'raised' | 'cancelled';
    readonly atNs: number;
    /** With what it failed, and where. */
    readonly error: string | null;
    readonly location: Location | null;
  } | null;
  /** Where it caught CancelledError and went on; null where it did not, or that is not known. */
  readonly caught: { readonly location: Location | null; readonly atNs: number } | null;
}

/** A runner cancels what is left in its loop. */
type EndOfRun = 'run-ended' | 'runner-closed';

/** Tasks that were asked to stop at the same time, for the same reason. */
export interface Cancelled extends Fact {
  readonly kind: 'cancelled';
  readonly reason: Exclude<Cancellation['reason'], 'time-limit' | EndOfRun>;
  readonly by: AgentId;
  /** The callback in which it acted; null where it was none. */
  readonly callback: CallbackId | null;
  /** Whether a loop did it, to which `by` had given the cancelling as a callback. */
  readonly isScheduled: boolean;
  readonly because: AgentId | null;
  /** The line that asked, or at which the body of a task group failed. */
  readonly location: Location | null;
  /** What the body of a task group failed with, where that is why. */
  readonly error: string | null;
  readonly stopped: readonly Stopped[];
  /** Who was asked on their account: what they gathered or awaited. */
  readonly followers: readonly Stopped[];
}

/** A time limit was up. */
export interface TimeLimitUp extends Fact {
  readonly kind: 'time-limit';
  readonly limit: LimitId;
  readonly call: string;
  /** Whose limit it was. */
  readonly stopped: Stopped;
  /** Where it was set. */
  readonly location: Location | null;
  readonly dueNs: number;
  /** When the loop came to it. */
  readonly firedNs: number;
  /** When its block was left without a TimeoutError all the same, and with what instead. */
  readonly overrun: TimeLimit['overrun'];
  /** When the TimeoutError was raised, where what it limited took its time to stop. */
  readonly raisedNs: number | null;
  /** Who went with it. */
  readonly followers: readonly Stopped[];
  /** Who of them had locked each other out by then. */
  readonly lockedOut: readonly LockedOut[];
  /** A child process that was waited for, and that itself waited at a pipe. */
  readonly child: StuckChild | null;
  /** Limits set on the same line that were up later, and came to no more than this one. */
  readonly others: readonly TimeLimitUp[];
}

/** Tasks that the end of `asyncio.run` found unfinished. */
export interface LeftUnfinished extends Fact {
  readonly kind: 'left-unfinished';
  /** Whose end it was. */
  readonly because: AgentId | null;
  /** Whether the program closed a `Runner` of its own, which may have run several; and where. */
  readonly isRunner: boolean;
  readonly location: Location | null;
  readonly stopped: readonly Stopped[];
}

/** A task was asked to stop, caught CancelledError, and has not ended since. */
export interface SwallowedCancel extends Fact {
  readonly kind: 'swallowed-cancel';
  readonly stopped: Stopped;
  readonly request: Cancellation;
  readonly times: number;
}

export type CancellationFact = Cancelled | TimeLimitUp | LeftUnfinished | SwallowedCancel;

export function cancellationFacts(analysis: Analysis): CancellationFact[] {
  const requests = withoutRepeats(analysis.cancellations).filter(
    (each) => isOwnTask(analysis, each.task) && !isWakeUp(each),
  );
  const { trace } = analysis;
  const keyOfGroup = groupKeys(trace);
  const groups = Map.groupBy(rootsOf(trace, requests), ({ root }) => keyOfGroup(root));
  const facts = [...groups.values()].map((members) => {
    const asked = members.filter(({ request, root }) => request === root);
    const handedOn = members.filter(({ request, root }) => request !== root);
    return factOf(
      analysis,
      asked.map(({ request }) => request),
      handedOn.map(({ request }) => request),
    );
  });
  return [...swallowed(analysis, requests), ...withLimitsTogether(facts)];
}

/** So many limits of one line are told as one. */
const MANY_LIMITS = 3;

function withLimitsTogether(facts: readonly CancellationFact[]): CancellationFact[] {
  const isPlain = (each: CancellationFact) =>
    each.kind === 'time-limit' &&
    each.followers.length === 0 &&
    each.lockedOut.length === 0 &&
    each.child === null &&
    each.overrun === null &&
    each.stopped.caught === null &&
    each.location !== null;
  const alike = Map.groupBy(facts, (each) =>
    each.kind === 'time-limit' && isPlain(each) ? `${each.call} ${keyOf(each.location)}` : each,
  );
  return [...alike.values()].flatMap((group) => {
    const [first, ...others] = group.filter((each) => each.kind === 'time-limit');
    if (!first || group.length < MANY_LIMITS) return group;
    const base = fact({
      events: group.flatMap(({ events }) => events),
      fromNs: first.fromNs,
      toNs: greatest(group.map(({ toNs }) => toNs)),
      agents: group.flatMap(({ agents }) => agents),
      locations: group.flatMap(({ locations }) => locations),
      primitives: group.flatMap(({ primitives }) => primitives),
    });
    return [{ ...first, ...base, others }];
  });
}

/** Whoever asks a task again before it could react is not told again. */
function withoutRepeats(requests: readonly Cancellation[]): Cancellation[] {
  const keyOfAsking = ({ task, by, reason, atNs, sinceNs, eventIndex, wait }: Cancellation) =>
    reason === 'explicit' && wait ? [task, by, atNs, sinceNs].join() : `${eventIndex}`;
  return [
    ...new Map(requests.toReversed().map((each) => [keyOfAsking(each), each])).values(),
  ].reverse();
}

/** A task group wakes the task that waits for its members: nothing of the program's is cut off. */
function isWakeUp({ reason, wait }: Cancellation): boolean {
  return reason === 'task-group-body' && (wait === null || wait.call === 'TaskGroup');
}

interface Rooted {
  readonly request: Cancellation;
  /** The request on whose account this one was made; itself where it was made on nobody's. */
  readonly root: Cancellation;
}

function rootsOf(trace: Trace, requests: readonly Cancellation[]): Rooted[] {
  /** By the task that was asked, the latest. */
  const latest = new Map<AgentId, Rooted>();
  return requests.map((request) => {
    const { reason, because, atNs, task } = request;
    // A task group is given up by a member that failed, or by its parent, which was cancelled.
    const isHandedOn = HANDED_ON.has(reason);
    const cause = isHandedOn && because !== null ? latest.get(because) : undefined;
    const root = cause && areOneInstant(trace, cause.root.atNs, atNs) ? cause.root : request;
    const rooted = { request, root };
    latest.set(task, rooted);
    return rooted;
  });
}

const HANDED_ON: ReadonlySet<Cancellation['reason']> = new Set([
  'gather',
  'awaiter',
  'task-group',
  'task-group-body',
]);

/** What is asked for alike at one instant is told together. */
function groupKeys(trace: Trace): (root: Cancellation) => string {
  /** By what they have in common, when the latest of them began, and its last. */
  const latest = new Map<string, Span>();
  return ({ atNs, reason, by, because, limit, location }) => {
    const alike = [reason, by, because, limit, keyOf(location)].join();
    const before = latest.get(alike);
    const isSame = before !== undefined && areOneInstant(trace, before.toNs, atNs);
    const fromNs = isSame ? before.fromNs : atNs;
    latest.set(alike, { fromNs, toNs: atNs });
    return `${fromNs},${alike}`;
  };
}

function factOf(
  analysis: Analysis,
  asked: readonly Cancellation[],
  handedOn: readonly Cancellation[],
): CancellationFact {
  const requests = [...firstOfEachTask(asked), ...firstOfEachTask(handedOn)];
  const stopped = firstOfEachTask(asked).map((request) => stoppedBy(analysis, request));
  const followers = firstOfEachTask(handedOn).map((request) => stoppedBy(analysis, request));
  const [request] = asked as readonly [Cancellation];
  const { reason, limit, by, callback, isScheduled, because, location, error, atNs } = request;
  const all = [...stopped, ...followers];
  const base = fact({
    events: [
      ...[...asked, ...handedOn].map(({ eventIndex }) => eventIndex),
      ...all.map(({ task }) => finishIndexOf(analysis, task)),
    ],
    fromNs: least(requests.map(({ sinceNs }) => sinceNs)),
    toNs: atNs,
    agents: [...stopped.map(({ task }) => task), because, ...followers.map(({ task }) => task)],
    locations: [location, ...all.map(({ wait }) => wait?.location ?? null)],
    primitives: all.map(({ wait }) => wait?.primitive ?? null),
  });
  const set = limit === null ? undefined : analysis.limits.get(limit);
  if (reason === 'run-ended' || reason === 'runner-closed') {
    const isRunner = reason === 'runner-closed';
    const each = [...new Map(all.toReversed().map((one) => [one.task, one])).values()].reverse();
    return { kind: 'left-unfinished', ...base, because, isRunner, location, stopped: each };
  }
  if (reason === 'time-limit' && set) {
    const first = stopped[0] as Stopped;
    const { call, location, id, overrun, raisedNs } = set;
    const dueNs = Math.max(set.dueNs ?? atNs, set.setNs);
    return {
      kind: 'time-limit',
      ...base,
      limit: id,
      call,
      stopped: first,
      location,
      dueNs,
      firedNs: atNs,
      overrun,
      raisedNs,
      followers,
      lockedOut: lockRing(analysis, all, request.eventIndex),
      child: stuckChild(analysis, all, request.eventIndex),
      others: [],
    };
  }
  const why = reason === 'time-limit' ? 'library' : reason;
  const who = { by, callback, isScheduled, because };
  return { kind: 'cancelled', ...base, reason: why, ...who, location, error, stopped, followers };
}

function firstOfEachTask(requests: readonly Cancellation[]): Cancellation[] {
  const byTask = new Map(requests.toReversed().map((each) => [each.task, each]));
  return [...byTask.values()].sort((a, b) => a.task - b.task);
}

function stoppedBy(analysis: Analysis, { task, wait, caught, eventIndex }: Cancellation): Stopped {
  const finish = analysis.agents.get(task)?.finish ?? null;
  // One that was under way when its recording began has an end of a step first.
  const hasStepped = (['step-began', 'step-ended'] as const).some(
    (kind) => (eventsOfTask(analysis, kind, task)[0]?.index ?? eventIndex) < eventIndex,
  );
  return {
    task,
    wait,
    hadBegun: hasStepped,
    end: finish && {
      how: finish.how,
      atNs: finish.atNs,
      error: finish.how === 'raised' ? finish.detail : null,
      location: finish.location,
    },
    caught,
  };
}

/** A task that caught its cancellation, and had not ended when the run did. */
function swallowed(analysis: Analysis, requests: readonly Cancellation[]): SwallowedCancel[] {
  return [...Map.groupBy(requests, ({ task }) => task)].flatMap(([task, own]) => {
    const request = own.findLast(({ caught }) => caught !== null);
    if (!request?.caught || analysis.agents.get(task)?.finish) return [];
    const { atNs, because, location, caught } = request;
    return {
      kind: 'swallowed-cancel' as const,
      ...fact({
        events: own.flatMap((each) => [each.eventIndex, each.caught?.eventIndex ?? null]),
        fromNs: atNs,
        toNs: caught.atNs,
        agents: [task, because],
        locations: [caught.location, location],
      }),
      stopped: stoppedBy(analysis, request),
      request,
      times: own.filter(({ caught }) => caught !== null).length,
    };
  });
}
