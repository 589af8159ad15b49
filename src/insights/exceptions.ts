/** Exceptions that nobody saw, and coroutines and tasks that never came to anything. */

import type { Analysis } from '../analysis/analysis.ts';
import { greatest, least } from '../analysis/extremes.ts';
import type { AgentId, CallbackId, JobId, Location, PrimitiveId } from '../trace/schema.ts';
import { eventsOf, eventsOfTask, finishIndexOf, type Placed } from './events-of.ts';
import { type Fact, fact, keyOf } from './fact.ts';
import { lineAt } from './source.ts';

/** A task, a future or a job failed, and nobody asked for its result. */
export interface Unheard extends Fact {
  readonly kind: 'unheard';
  readonly task: AgentId | null;
  readonly job: JobId | null;
  /** What raised it, where that is neither. */
  readonly function: string | null;
  readonly future: PrimitiveId | null;
  readonly error: string | null;
  /** When it failed; null where that is not known. */
  readonly failedNs: number | null;
  readonly location: Location | null;
  /** The program's own exception handler, which was told of it. */
  readonly handler: string | null;
  /** How many more of the same coroutine failed alike. */
  readonly others: number;
}

/** A task was collected while it still waited. */
export interface Destroyed extends Fact {
  readonly kind: 'destroyed';
  readonly task: AgentId | null;
  /** Whether a loop still ran: then nothing kept a reference to the task. */
  readonly loopRan: boolean;
  /** The coroutine of a task of which no slice ever ran. */
  readonly neverBegan: string | null;
}

/** A function of the program that the loop called raised an exception, which was only printed. */
export interface CallbackFailed extends Fact {
  readonly kind: 'callback-failed';
  readonly function: string | null;
  /** The task that asyncio had made for it, where it is a coroutine. */
  readonly task: AgentId | null;
  /** The callback that it was, as the program gave it to the loop. */
  readonly callback: CallbackId | null;
  readonly error: string | null;
  readonly location: Location | null;
  readonly message: string;
  /** The program's own exception handler, which was told of it. */
  readonly handler: string | null;
  readonly times: number;
}

/** `gather` put exceptions into a list of results that is thrown away. */
export interface HiddenResults extends Fact {
  readonly kind: 'hidden-results';
  readonly call: string;
  readonly by: AgentId;
  /** Where the list was awaited. */
  readonly location: Location | null;
  readonly failed: readonly AgentId[];
}

export interface ThreadFailed extends Fact {
  readonly kind: 'thread-failed';
  readonly thread: AgentId;
  readonly error: string;
  readonly location: Location | null;
}

export type UnseenException = Unheard | Destroyed | CallbackFailed | HiddenResults | ThreadFailed;

export function unseenExceptions(analysis: Analysis): UnseenException[] {
  return [
    ...handlerCalls(analysis),
    ...hiddenResults(analysis),
    ...unheardJobs(analysis),
    ...unheardCoroutines(analysis),
    ...failedThreads(analysis),
  ];
}

type HandlerCall = Placed<'exception-handler-called'>;

function handlerCalls(analysis: Analysis): UnseenException[] {
  const calls = eventsOf(analysis, 'exception-handler-called');
  const is = ({ event: { message } }: HandlerCall) => {
    if (/^(Task|Future) exception was never retrieved/.test(message)) return 'unheard';
    return message.startsWith('Task was destroyed') ? 'destroyed' : 'callback-failed';
  };
  const failures = calls.filter((call) => is(call) === 'callback-failed');
  const alike = Map.groupBy(failures, ({ event }) =>
    [event.message.replace(/<.*>/, ''), event.error, event.function, keyOf(event.location)].join(),
  );
  return [
    ...together(
      analysis,
      calls.filter((call) => is(call) === 'unheard').map((call) => unheard(analysis, call)),
    ),
    ...calls.filter((call) => is(call) === 'destroyed').map((call) => destroyed(analysis, call)),
    ...[...alike.values()].map((group) => callbackFailed(group as [HandlerCall])),
  ];
}

/** So many that failed alike are told as one. */
const MANY_ALIKE = 4;

function together({ agents }: Analysis, all: readonly Unheard[]): Unheard[] {
  const alike = Map.groupBy(all, (each) => {
    const agent = each.task === null ? null : agents.get(each.task);
    const type = each.error?.split(':')[0];
    return agent ? [agent.coroutine, keyOf(each.location), type, each.handler].join() : each;
  });
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < MANY_ALIKE) return group;
    const base = fact({
      events: group.flatMap(({ events }) => events),
      fromNs: first.fromNs,
      toNs: greatest(group.map(({ toNs }) => toNs)),
      agents: group.flatMap(({ agents }) => agents),
      locations: first.locations,
    });
    return [{ ...first, ...base, others: group.length - 1 }];
  });
}

function unheard(analysis: Analysis, { index, event }: HandlerCall): Unheard {
  const finish = event.task === null ? null : (analysis.agents.get(event.task)?.finish ?? null);
  const location = finish?.location ?? event.location;
  const failedNs = finish?.atNs ?? null;
  return {
    kind: 'unheard',
    ...fact({
      events: [finishIndexOf(analysis, event.task), index],
      fromNs: failedNs ?? event.atNs,
      toNs: event.atNs,
      agents: [event.task],
      locations: [location],
      primitives: [event.future],
    }),
    task: event.task,
    job: null,
    function: event.function,
    future: event.future,
    error: event.error ?? finish?.detail ?? null,
    failedNs,
    location,
    handler: event.handler,
    others: 0,
  };
}

function unheardJobs({ jobs, trace }: Analysis): Unheard[] {
  // One that goes on might still ask.
  if (trace.outcome.kind === 'limited' || trace.outcome.kind === 'stopped') return [];
  return [...jobs.values()].flatMap(({ id, failed, function: name, location }): Unheard[] => {
    if (!failed || failed.isHeard) return [];
    return [
      {
        kind: 'unheard',
        ...fact({
          events: [failed.eventIndex],
          fromNs: failed.atNs,
          locations: [failed.location, location],
        }),
        task: null,
        job: id,
        function: name,
        future: null,
        error: failed.error,
        failedNs: failed.atNs,
        location: failed.location,
        handler: null,
        others: 0,
      },
    ];
  });
}

/** What `run_coroutine_threadsafe` returned has the exception, and is thrown away. */
function unheardCoroutines(analysis: Analysis): Unheard[] {
  const { agents, trace } = analysis;
  if (trace.outcome.kind === 'limited' || trace.outcome.kind === 'stopped') return [];
  const asked = new Set(eventsOf(analysis, 'coroutine-asked').map(({ event }) => event.task));
  return eventsOf(analysis, 'coroutine-given').flatMap(({ index, event }): Unheard[] => {
    const { task, isAsked } = event;
    const finish = agents.get(task)?.finish;
    if (isAsked || asked.has(task) || finish?.how !== 'raised') return [];
    const { atNs, detail: error, location, eventIndex } = finish;
    return [
      {
        kind: 'unheard',
        ...fact({
          events: [index, eventIndex],
          fromNs: atNs,
          agents: [task],
          locations: [location, event.location],
        }),
        ...{ task, job: null, function: null, future: null, error, failedNs: atNs, location },
        handler: null,
        others: 0,
      },
    ];
  });
}

function destroyed(analysis: Analysis, { index, event }: HandlerCall): Destroyed {
  const task = event.task === null ? null : analysis.agents.get(event.task);
  return {
    kind: 'destroyed',
    ...fact({
      events: [index],
      fromNs: task?.createdNs ?? event.atNs,
      toNs: event.atNs,
      agents: [event.task],
      locations: [task?.location ?? null],
    }),
    task: event.task,
    loopRan: event.loop !== null,
    neverBegan: task?.slices === 0 ? task.coroutine : null,
  };
}

function callbackFailed(calls: readonly [HandlerCall, ...HandlerCall[]]): CallbackFailed {
  const [{ event }] = calls;
  const { function: name, task, callback, error, location, message, handler } = event;
  return {
    kind: 'callback-failed',
    ...fact({
      events: calls.map(({ index }) => index),
      fromNs: event.atNs,
      toNs: calls.at(-1)?.event.atNs ?? event.atNs,
      agents: calls.map(({ event: { task } }) => task),
      locations: [location],
    }),
    function: name,
    task,
    callback,
    error,
    location,
    message,
    handler,
    times: calls.length,
  };
}

function hiddenResults(analysis: Analysis): HiddenResults[] {
  const dropped = eventsOf(analysis, 'exception-stored').filter(
    (stored) =>
      stored.event.isDropped &&
      isNews(analysis, stored) &&
      !mayBeAsked(analysis, stored.event.task),
  );
  const alike = Map.groupBy(dropped, ({ event }) => `${event.by} ${keyOf(event.location)}`);
  return [...alike.values()].map((stored) => {
    const [{ event }] = stored as [(typeof stored)[number]];
    const failed = [...new Set(stored.map(({ event: { task } }) => task))];
    const finishes = failed.map((task) => analysis.agents.get(task)?.finish ?? null);
    return {
      kind: 'hidden-results' as const,
      ...fact({
        events: [
          ...stored.map(({ index }) => index),
          ...failed.map((task) => finishIndexOf(analysis, task)),
        ],
        fromNs: least(finishes.map((finish) => finish?.atNs ?? event.atNs)),
        toNs: event.atNs,
        agents: [...failed, event.by],
        locations: [...finishes.map((finish) => finish?.location ?? null), event.location],
      }),
      call: event.call,
      by: event.by,
      location: event.location,
      failed,
    };
  });
}

/** What the program has a task object of, it may have asked for its exception. */
function mayBeAsked(analysis: Analysis, task: AgentId): boolean {
  const { agents, files } = analysis;
  const line = lineAt(analysis, agents.get(task)?.location ?? null);
  const asks = [...files.values()].some((file) =>
    /\.(exception|result)\(\)/.test(file.source ?? ''),
  );
  return asks && /create_task|ensure_future|Task\(/.test(line);
}

/**
 * Whether the task failed while the list was waited for. That of one that was cancelled is no news,
 * and one that had failed before may have been looked at by other means.
 */
function isNews(analysis: Analysis, { index, event }: Placed<'exception-stored'>): boolean {
  const finish = analysis.agents.get(event.task)?.finish;
  const waited = eventsOfTask(analysis, 'step-ended', event.by).findLast(
    (each) => each.index < index,
  );
  return finish?.how === 'raised' && waited !== undefined && waited.index < finish.eventIndex;
}

function failedThreads(analysis: Analysis): ThreadFailed[] {
  return eventsOf(analysis, 'thread-ended')
    .filter(({ event }) => event.how === 'raised')
    .map(({ index, event }) => ({
      kind: 'thread-failed',
      ...fact({
        events: [index],
        fromNs: event.atNs,
        agents: [event.thread],
        locations: [event.location],
      }),
      thread: event.thread,
      error: event.detail,
      location: event.location,
    }));
}
