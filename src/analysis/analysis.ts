/**
 * What a trace says, worked out once: one replay of its events into agents, intervals, stalls,
 * primitives and causes. All that is told of a run, in pictures and in words, comes from here, and
 * everything in here from recorded facts.
 */
import type {
  AgentId,
  CallbackId,
  ChannelId,
  FileId,
  JobId,
  LimitId,
  LoopId,
  PrimitiveId,
  ServerId,
  Trace,
  Wait,
} from '../trace/schema.ts';
import { collectActivities, type EndOfActivities } from './collect/activities.ts';
import { type Act, collectActs } from './collect/acts.ts';
import { type Agent, collectAgents, nameAgents } from './collect/agents.ts';
import { type Callback, collectCallbacks } from './collect/callbacks.ts';
import { type Cancellation, collectCancellations } from './collect/cancellations.ts';
import { type Channel, collectChannels, collectServers, type Server } from './collect/channels.ts';
import { type Collector, replay } from './collect/collector.ts';
import { collectFiles, type SourceFile } from './collect/files.ts';
import { collectEvents, type IndexedEvent } from './collect/indexed-events.ts';
import { collectJobs, type Job } from './collect/jobs.ts';
import { collectLimits, type TimeLimit } from './collect/limits.ts';
import { collectLoops, type EventLoop } from './collect/loops.ts';
import { collectOutput, type TranscriptLine } from './collect/output.ts';
import { type Pool, poolsOf } from './collect/pools.ts';
import {
  collectPrimitives,
  type PrimitiveHistory,
  primitiveHistories,
} from './collect/primitives.ts';
import { collectStepEvents, shownSteps } from './collect/step-events.ts';
import { type Ending, endingOf } from './ending.ts';
import { type Interval, intervalsAndStalls } from './intervals.ts';
import { type Lane, lanesFrom } from './lanes.ts';
import { type Resource, resourcesFrom } from './resources.ts';
import { atOnce, type Sliced } from './sliced.ts';
import type { LoopStall } from './stalls.ts';
import { type QueueEntries, queueEntries } from './state/loop-queues.ts';
import { Snapshots } from './state/snapshots.ts';
import { type Totals, totalsFrom } from './totals.ts';
import { waitTarget } from './wait-target.ts';

export interface Analysis {
  readonly trace: Trace;
  readonly files: ReadonlyMap<FileId, SourceFile>;
  /** In the order of their creation; the first is the program itself. */
  readonly agents: ReadonlyMap<AgentId, Agent>;
  /**
   * How each spent its time: intervals in order, each beginning where the one before it ended; those
   * of a thread have gaps while it runs a loop and does nothing of its own. What took no time is
   * left out, but for running, and for the last of an agent that never finished.
   */
  readonly intervals: ReadonlyMap<AgentId, readonly Interval[]>;
  /** Times when a loop was held, in the order in which they began. */
  readonly stalls: readonly LoopStall[];
  readonly primitives: ReadonlyMap<PrimitiveId, PrimitiveHistory>;
  readonly cancellations: readonly Cancellation[];
  readonly limits: ReadonlyMap<LimitId, TimeLimit>;
  readonly jobs: ReadonlyMap<JobId, Job>;
  readonly pools: ReadonlyMap<PrimitiveId, Pool>;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  readonly servers: ReadonlyMap<ServerId, Server>;
  readonly loops: ReadonlyMap<LoopId, EventLoop>;
  readonly callbacks: ReadonlyMap<CallbackId, Callback>;
  readonly missedWakes: readonly IndexedEvent<'wake-missed'>[];
  readonly handlerCalls: readonly IndexedEvent<'exception-handler-called'>[];
  readonly neverAwaited: readonly IndexedEvent<'never-awaited'>[];
  readonly storedExceptions: readonly IndexedEvent<'exception-stored'>[];
  /** Who made or woke whom, in order. */
  readonly acts: readonly Act[];
  readonly output: readonly TranscriptLine[];
  /** Who stood where when the run was over. */
  readonly ending: readonly Ending[];
  /** When the trace reached its limit; null where it did not. */
  readonly cutNs: number | null;

  // What follows is worked out when it is first asked for.

  /** The intervals with who made whom and what they wrote. */
  readonly lanes: readonly Lane[];
  /** Locks, pools, queues and their kin that somebody waited at. */
  readonly resources: readonly Resource[];
  readonly totals: Totals;
  /** For each step, the index of its event. */
  readonly steps: Uint32Array;
  /** For `stateAt`. */
  readonly snapshots: Snapshots;
  readonly queueEntries: QueueEntries;
  /** For each stall, when the last of those up to it was over: those of several loops overlap. */
  readonly stallsOverBy: Float64Array;
}

const known = new WeakMap<Trace, Analysis>();

/** The analysis of a trace: the same for as long as the trace is in use. */
export function analysisOf(trace: Trace): Analysis {
  return known.get(trace) ?? atOnce(analysing(trace));
}

/** The same, in slices. */
export function* analysing(trace: Trace): Sliced<Analysis> {
  const analysis = known.get(trace) ?? (yield* analyse(trace));
  known.set(trace, analysis);
  return analysis;
}

/** Works out, in slices, what a picture of the trace will ask for. */
export function* deriving(trace: Trace): Sliced<void> {
  const analysis = yield* analysing(trace);
  for (const name of ['lanes', 'resources', 'totals', 'steps', 'snapshots'] as const) {
    yield;
    void analysis[name];
  }
}

function* analyse(trace: Trace): Sliced<Analysis> {
  const cuts = collectEvents('trace-cut');
  const endOfActivities = (): EndOfActivities => {
    const [cut] = cuts.end();
    return cut
      ? { atNs: cut.event.atNs, eventIndex: cut.eventIndex }
      : { atNs: trace.endedNs, eventIndex: trace.events.length };
  };
  const activities = collectActivities(endOfActivities);
  const collectors = {
    cancellations: collectCancellations(activities.current),
    activities,
    cuts,
    files: collectFiles(trace.program),
    agents: collectAgents(),
    primitives: collectPrimitives(),
    limits: collectLimits(),
    jobs: collectJobs(),
    channels: collectChannels(),
    servers: collectServers(),
    loops: collectLoops(),
    callbacks: collectCallbacks(),
    missedWakes: collectEvents('wake-missed'),
    handlerCalls: collectEvents('exception-handler-called'),
    neverAwaited: collectEvents('never-awaited'),
    storedExceptions: collectEvents('exception-stored'),
    acts: collectActs(),
    output: collectOutput(),
    steps: collectStepEvents(),
  };
  yield* replay(trace.events, Object.values(collectors));
  const found = yield* endAll(collectors);

  const agents = yield* nameAgents(found.agents, found.files);
  yield;
  const primitives = primitiveHistories(found.primitives, found.activities);
  const { output, callbacks, cancellations, jobs, channels, servers } = found;
  const targetOf = (wait: Wait) => waitTarget(wait, { primitives, jobs, channels, servers });
  yield;
  const waits = { targetOf, jobs };
  const { intervals, stalls } = yield* intervalsAndStalls(
    found.activities,
    agents,
    waits,
    trace.clock,
  );
  const cutNs = found.cuts[0]?.event.atNs ?? null;

  const pools = poolsOf(jobs, primitives);

  const resources = once(() => resourcesFrom({ primitives, pools, endedNs: trace.endedNs }));
  const lanes = once(() => lanesFrom({ agents, intervals, cancellations, output, cutNs }));
  const totals = once(() =>
    totalsFrom({ agents, intervals, callbacks, stalls, lanes: lanes(), endedNs: trace.endedNs }),
  );
  const snapshots = once(() => new Snapshots({ trace, agents, callbacks, primitives }));
  const entries = once(() => queueEntries(trace.events, agents));
  const stallsOverBy = once(() => latestEnds(stalls));
  const steps = once(() => shownSteps(found.steps, agents));

  return {
    trace,
    ...{ agents, intervals, stalls, primitives, output, callbacks, cancellations, jobs, cutNs },
    files: found.files,
    limits: found.limits,
    pools,
    channels,
    servers,
    loops: found.loops,
    missedWakes: found.missedWakes,
    handlerCalls: found.handlerCalls,
    neverAwaited: found.neverAwaited,
    storedExceptions: found.storedExceptions,
    acts: found.acts,
    ending: endingOf(found.activities, agents),
    get lanes() {
      return lanes();
    },
    get resources() {
      return resources();
    },
    get totals() {
      return totals();
    },
    get steps() {
      return steps();
    },
    get snapshots() {
      return snapshots();
    },
    get queueEntries() {
      return entries();
    },
    get stallsOverBy() {
      return stallsOverBy();
    },
  };
}

type Found<C extends { readonly [name: string]: Collector<unknown> }> = {
  readonly [Name in keyof C]: C[Name] extends Collector<infer T> ? T : never;
};

function* endAll<const C extends { readonly [name: string]: Collector<unknown> }>(
  collectors: C,
): Sliced<Found<C>> {
  const found: Record<string, unknown> = {};
  for (const [name, { end }] of Object.entries(collectors)) {
    found[name] = end();
    yield;
  }
  return found as Found<C>;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function latestEnds(stalls: readonly LoopStall[]): Float64Array {
  let latestNs = 0;
  return Float64Array.from(stalls, ({ toNs }) => {
    latestNs = Math.max(latestNs, toNs);
    return latestNs;
  });
}
