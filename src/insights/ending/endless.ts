/** Programs that do not end by themselves: those that go on, those that serve, those that compute. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { TimeLimit } from '../../analysis/collect/limits.ts';
import { limitsDueDuring } from '../../analysis/delays.ts';
import { goesOn } from '../../analysis/goes-on.ts';
import type { AgentId, Location, ServerId } from '../../trace/schema.ts';
import { type Failure, failuresOf } from '../deadlock/failures.ts';
import { type Standing, standingsOf } from '../deadlock/needs.ts';
import { eventsOf } from '../events-of.ts';
import { type Fact, fact, keyOf } from '../fact.ts';
import { type StillOpen, stillOpen } from './still-open.ts';

/** The program was not at its end, and the same things happened over and over. */
export interface Endless extends Fact {
  readonly kind: 'endless';
  readonly repeating: readonly Repetition[];
  /** Who has long waited for somebody to do something. */
  readonly waiting: readonly Standing[];
}

export interface Repetition {
  /** The task or thread; null where a callback schedules itself. */
  readonly agent: AgentId | null;
  readonly function: string | null;
  /** The call it waits in each time; null for a bare await. */
  readonly call: string | null;
  readonly location: Location | null;
}

/** A computation that was not over when the run was. */
export interface Computing extends Fact {
  readonly kind: 'computing';
  /** Else it is a thread's that runs no loop, or a process's. */
  readonly holdsLoop: boolean;
  readonly by: AgentId;
  readonly callback: number | null;
  readonly sinceNs: number;
  readonly lines: readonly Location[];
  /** Time limits that are up and cannot fire. */
  readonly lateLimits: readonly TimeLimit[];
  /** Who is ready, since when, and cannot have its turn. */
  readonly kept: readonly { readonly agent: AgentId; readonly readyNs: number }[];
}

/** Nothing happens, but a client could come. */
export interface Serving extends Fact {
  readonly kind: 'serving';
  readonly servers: readonly ServerId[];
  readonly hadClients: boolean;
  /** What had failed, where somebody waits for what it may have had to do. */
  readonly failures: readonly Failure[];
  readonly waiting: readonly Standing[];
}

export interface TraceCut extends Fact {
  readonly kind: 'trace-cut';
  /** What went wrong in recording; null where the trace is full. */
  readonly failure: string | null;
}

type EndingFact = Endless | Computing | StillOpen | Serving | TraceCut;

export function endings(analysis: Analysis): EndingFact[] {
  return [...fromOutside(analysis), ...servings(analysis), ...cuts(analysis)];
}

function fromOutside(analysis: Analysis): EndingFact[] {
  if (!wasEndedFromOutside(analysis)) return [];
  const holding = loopsHeld(analysis);
  const computing = holding.length > 0 ? holding : computations(analysis);
  const repeating = computing.some(({ holdsLoop }) => holdsLoop) ? [] : endless(analysis);
  const told = [...computing, ...repeating].flatMap(({ agents }) => agents);
  // What is watched while it runs may do more in a moment; a recording has no more to come.
  const { clock, outcome } = analysis.trace;
  const isOver = outcome.kind !== 'running' || clock === 'real';
  return [...computing, ...repeating, ...(isOver ? stillOpen(analysis, told) : [])];
}

function wasEndedFromOutside({ trace: { outcome } }: Analysis): boolean {
  return outcome.kind === 'stopped' || goesOn(outcome);
}

function loopsHeld(analysis: Analysis): Computing[] {
  const { agents, stalls, intervals } = analysis;
  // What ran when a trace was cut is not known to have gone on.
  const computingIndex = eventsOf(analysis, 'computing').at(-1)?.index ?? Number.NEGATIVE_INFINITY;
  return stalls
    .filter(({ isOver, wait, fromIndex }) => !isOver && wait === null && fromIndex < computingIndex)
    .slice(0, 1)
    .map((stall) => {
      const { by, callback, fromNs, lines, fromIndex, thread } = stall;
      const kept = [...intervals].flatMap(([agent, own]) => {
        const last = own.at(-1);
        const isKept =
          agent !== by && last?.state === 'ready' && agents.get(agent)?.thread === thread;
        return isKept && agents.get(agent)?.hidden === false
          ? [{ agent, readyNs: last.fromNs }]
          : [];
      });
      return {
        kind: 'computing' as const,
        ...fact({
          events: [fromIndex, eventsOf(analysis, 'computing').at(-1)?.index ?? null],
          fromNs,
          toNs: analysis.trace.endedNs,
          agents: [by, ...kept.map(({ agent }) => agent)],
          locations: lines,
        }),
        holdsLoop: stall.loop !== null,
        by,
        callback,
        lateLimits: limitsDueDuring(stall, agents, analysis.limits),
        sinceNs: fromNs,
        lines,
        kept,
      };
    });
}

/** What computes and runs no loop, if it has not waited since it was last known to compute. */
function computations(analysis: Analysis): Computing[] {
  const last = eventsOf(analysis, 'computing').at(-1);
  if (!last) return [];
  const { by, fromNs, location } = last.event;
  const waited = [...eventsOf(analysis, 'parked'), ...eventsOf(analysis, 'step-ended')].some(
    ({ index, event }) =>
      index > last.index && ('agent' in event ? event.agent : event.task) === by,
  );
  const runs = analysis.ending.some(({ agent, status }) => agent === by && status === 'running');
  if (waited || !runs) return [];
  return [
    {
      kind: 'computing',
      ...fact({
        events: [last.index],
        fromNs,
        toNs: analysis.trace.endedNs,
        agents: [by],
        locations: [location],
      }),
      holdsLoop: false,
      lateLimits: [],
      by,
      callback: null,
      sinceNs: fromNs,
      lines: location === null ? [] : [location],
      kept: [],
    },
  ];
}

const MOST_REPEATING = 3;
/** Fewer times than this is no habit. */
const LEAST_TIMES = 3;

function endless(analysis: Analysis): Endless[] {
  if (isQuiet(analysis)) return [];
  const repeating = [...repeatedWaits(analysis), ...repeatedCallbacks(analysis)]
    .sort((a, b) => b.indexes.length - a.indexes.length)
    .slice(0, MOST_REPEATING);
  if (repeating.length === 0) return [];
  const waiting = waitingLong(analysis, new Set(repeating.map(({ what }) => what.agent)));
  return [
    {
      kind: 'endless',
      ...fact({
        events: [
          ...repeating.flatMap(({ indexes }) => indexes.slice(-2)),
          ...waiting.map(({ eventIndex }) => eventIndex),
        ],
        fromNs: 0,
        toNs: analysis.trace.endedNs,
        agents: [...repeating.map(({ what }) => what.agent), ...waiting.map(({ agent }) => agent)],
        locations: [
          ...repeating.map(({ what }) => what.location),
          ...waiting.map(({ location }) => location),
        ],
        primitives: waiting.map(({ wait }) => wait?.primitive ?? null),
      }),
      repeating: repeating.map(({ what }) => what),
      waiting,
    },
  ];
}

/** A real program may have done the same again and again, and then stand still: nothing ends its recording. */
function isQuiet({ trace }: Analysis): boolean {
  if (trace.clock !== 'real') return false;
  const last = trace.events.findLast(
    ({ kind }) => kind === 'step-ended' || kind === 'callback-ended',
  );
  return last === undefined || last.atNs < trace.endedNs * 0.75;
}

/** Who stood still for most of the run, as far as that is known. */
function waitingLong(analysis: Analysis, others: ReadonlySet<AgentId | null>): Standing[] {
  if (cuts(analysis).length > 0) return [];
  return [...standingsOf(analysis).values()].filter(
    ({ agent, need, sinceNs }) =>
      need.kind === 'deed' && !others.has(agent) && sinceNs < analysis.trace.endedNs / 2,
  );
}

interface Counted {
  readonly what: Repetition;
  readonly indexes: readonly number[];
}

/** What tasks and threads that had not ended waited for again and again. */
function repeatedWaits(analysis: Analysis): Counted[] {
  const { agents } = analysis;
  const isOpen = (id: AgentId) => {
    const agent = agents.get(id);
    return agent?.finish === null && !agent.hidden;
  };
  const waits = [
    ...eventsOf(analysis, 'step-ended').map(({ index, event }) => ({
      index,
      agent: event.task,
      wait: event.waitsOn,
    })),
    ...eventsOf(analysis, 'parked').map(({ index, event }) => ({
      index,
      agent: event.agent,
      wait: event.waitsOn,
    })),
  ].filter(({ agent, wait }) => wait?.location && isOpen(agent));
  const alike = Map.groupBy(
    waits,
    ({ agent, wait }) => `${agent} ${keyOf(wait?.location ?? null)}`,
  );
  return [...alike.values()]
    .filter((times) => times.length >= LEAST_TIMES)
    .map((times) => ({
      what: {
        agent: times[0]?.agent ?? 0,
        function: null,
        call: times[0]?.wait?.call ?? null,
        location: times[0]?.wait?.location ?? null,
      },
      indexes: times.map(({ index }) => index),
    }));
}

function repeatedCallbacks(analysis: Analysis): Counted[] {
  const scheduled = eventsOf(analysis, 'callback-scheduled');
  const alike = Map.groupBy(scheduled, ({ event }) => `${event.name} ${keyOf(event.location)}`);
  return [...alike.values()]
    .filter((times) => times.length >= LEAST_TIMES)
    .map((times) => ({
      what: {
        agent: null,
        function: times[0]?.event.name ?? '',
        call: null,
        location: times[0]?.event.location ?? null,
      },
      indexes: times.map(({ index }) => index),
    }));
}

function servings(analysis: Analysis): Serving[] {
  if (analysis.trace.outcome.kind !== 'serving') return [];
  const open = [...analysis.servers.values()].filter(({ closedNs }) => closedNs === null);
  const listening = eventsOf(analysis, 'server-listening');
  const standings = [...standingsOf(analysis).values()].filter(({ need }) => need.kind === 'deed');
  const failed =
    standings.length === 0
      ? []
      : failuresOf(analysis, standings).filter(({ how }) => how === 'raised');
  const waiting = failed.length === 0 ? [] : standings;
  return [
    {
      kind: 'serving',
      ...fact({
        events: [
          ...listening
            .filter(({ event }) => open.some(({ id }) => id === event.server))
            .map(({ index }) => index),
          ...failed.map(({ eventIndex }) => eventIndex),
          ...waiting.map(({ eventIndex }) => eventIndex),
        ],
        fromNs: open[0]?.listeningNs ?? 0,
        toNs: analysis.trace.endedNs,
        agents: [
          ...failed.map(({ agent }) => agent),
          ...waiting.map(({ agent }) => agent),
          ...open.map(({ by }) => by),
        ],
        locations: [...failed, ...waiting, ...open].map(({ location }) => location),
      }),
      servers: open.map(({ id }) => id),
      hadClients: open.some(({ channels }) => channels > 0),
      failures: failed,
      waiting,
    },
  ];
}

function cuts(analysis: Analysis): TraceCut[] {
  return eventsOf(analysis, 'trace-cut').map(({ index, event }) => ({
    kind: 'trace-cut',
    failure: event.failure,
    ...fact({ events: [index], fromNs: event.atNs, toNs: analysis.trace.endedNs }),
  }));
}
