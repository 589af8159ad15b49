/**
 * The waits of a run that have a length: each with its name, by which it is found again in another
 * run, and with what it was to be before it was changed.
 */
import type { AgentId, Location, Trace, TraceEvent, Wait } from '../trace/schema.ts';
import { type TimedKind, WaitCounter, type WaitName, waitingKeys } from '../trace/timed-waits.ts';
import { analysisOf } from './analysis.ts';

export interface TimedWait {
  readonly name: WaitName;
  readonly agent: AgentId;
  /** Where it waits, in the main file; of a task that is nothing but a library's, where it was made. */
  readonly line: number | null;
  readonly fromNs: number;
  /** When it would be over, were it not ended before. */
  readonly untilNs: number;
  /** How long the program wanted it to be. */
  readonly askedNs: number;
  readonly isChanged: boolean;
}

/** Of a run of more there is nothing to be seen of one. */
const MOST = 5_000;

const known = new WeakMap<Trace, readonly TimedWait[]>();

/** In the order in which they begin. */
export function timedWaits(trace: Trace): readonly TimedWait[] {
  let waits = known.get(trace);
  if (!waits) {
    waits = findWaits(trace);
    known.set(trace, waits);
  }
  return waits;
}

function findWaits(trace: Trace): readonly TimedWait[] {
  const { agents, files } = analysisOf(trace);
  const keys = waitingKeys(files);
  for (const agent of agents.values()) keys.add(agent);
  const counter = new WaitCounter();
  /** What was changed, until the wait is told of. */
  const asked = new Map<string, number>();
  const found: TimedWait[] = [];
  for (const event of trace.events) {
    if (event.kind === 'trace-cut' || found.length === MOST) break;
    if (event.kind === 'wait-changed') asked.set(`${event.of} ${event.what}`, event.askedNs);
    const begun = begins(event);
    if (!begun) continue;
    const { kind, by, location, untilNs } = begun;
    // Lines of other files of the program have no name of their own.
    if (location !== null && location.file !== 0) continue;
    const line = location?.line ?? null;
    const nth = counter.next(by, kind, line);
    const changedFrom = asked.get(`${by} ${kind}`);
    asked.delete(`${by} ${kind}`);
    const agent = agents.get(by);
    if (!agent || agent.hidden || agent.kind === 'process') continue;
    found.push({
      name: { agent: keys.of(by) ?? '', kind, line, nth },
      agent: by,
      line: line ?? agent.line,
      ...{ fromNs: event.atNs, untilNs },
      askedNs: changedFrom ?? untilNs - event.atNs,
      isChanged: changedFrom !== undefined,
    });
  }
  return found;
}

interface Begun {
  readonly kind: TimedKind;
  readonly by: AgentId;
  readonly location: Location | null;
  readonly untilNs: number;
}

/** As `what_if.py` tells them apart, from what sets the timer. */
function begins(event: TraceEvent): Begun | null {
  switch (event.kind) {
    case 'step-ended':
      return event.waitsOn && awaits(event.task, event.waitsOn);
    case 'parked':
      return standsStill(event.agent, event.waitsOn);
    case 'blocking-began':
      return standsStill(event.by, event.waitsOn);
    case 'limit-set': {
      const { task: by, location, dueNs: untilNs, atNs } = event;
      // One that is up at once sets no timer.
      if (untilNs === null || untilNs <= atNs) return null;
      return { kind: 'limit', by, location, untilNs };
    }
    case 'callback-scheduled': {
      const { by, location, dueNs: untilNs } = event;
      return untilNs === null ? null : { kind: 'callback', by, location, untilNs };
    }
    default:
      return null;
  }
}

function awaits(by: AgentId, wait: Wait): Begun | null {
  const { location, untilNs, call, tasks } = wait;
  if (untilNs === null) return null;
  if (tasks === null) return { kind: 'sleep', by, location, untilNs };
  return call === 'wait' ? { kind: 'wait', by, location, untilNs } : null;
}

function standsStill(by: AgentId, { location, untilNs, call }: Wait): Begun | null {
  if (untilNs === null || call !== 'time.sleep') return null;
  return { kind: 'blocking-sleep', by, location, untilNs };
}
