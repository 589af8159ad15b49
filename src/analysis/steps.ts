/**
 * The moments of a trace through which a reader steps, forwards and back. Several can share one
 * instant, so they are numbered, from 0; each step is an event, or two that belong together.
 */
import type { AgentId, CallbackId, Location, PrimitiveId, Trace, Wait } from '../trace/schema.ts';
import { analysisOf } from './analysis.ts';
import { firstIndex } from './binary-search.ts';
import { belongTogether, type Moment, type StepKind, subjectOf } from './collect/step-events.ts';
import { mainLine } from './main-line.ts';

export type { StepKind } from './collect/step-events.ts';

export interface Step {
  readonly index: number;
  /** The last event that belongs to it: the state at this step is that after this event. */
  readonly eventIndex: number;
  readonly atNs: number;
  readonly kind: StepKind;
  /** Whom it is about: the one who was created or woken, not the one who did it. */
  readonly agent: AgentId;
  /** Who did it; null where the loop did. */
  readonly by: AgentId | null;
  readonly callback: CallbackId | null;
  readonly primitive: PrimitiveId | null;
  /** The place in the program that it is about. */
  readonly location: Location | null;
  /** The same, where that is in the main file. */
  readonly line: number | null;
}

export function stepCount(trace: Trace): number {
  return analysisOf(trace).steps.length;
}

/** @throws RangeError where there is no such step. */
export function stepAt(trace: Trace, index: number): Step {
  const eventIndex = analysisOf(trace).steps[index];
  const event = eventIndex === undefined ? undefined : trace.events[eventIndex];
  if (eventIndex === undefined || !event) {
    throw new RangeError(`expected a step from 0 to ${stepCount(trace) - 1}, found ${index}`);
  }
  const before = trace.events[eventIndex - 1];
  const isCreation = before?.kind === 'task-created' && belongTogether(before, event);
  const told = (isCreation ? before : event) as Moment;
  const { by = null, callback = null, primitive = null, location = null } = detailsOf(told);
  return Object.freeze({
    index,
    eventIndex,
    atNs: event.atNs,
    kind: told.kind,
    agent: subjectOf(told),
    by,
    callback,
    primitive,
    location,
    line: mainLine(location),
  });
}

/** The last step that has happened by then; -1 where none has. */
export function lastStepBy(trace: Trace, ns: number): number {
  const { steps } = analysisOf(trace);
  const atNs = (index: number) => trace.events[steps[index] ?? 0]?.atNs ?? 0;
  return firstIndex(steps.length, (index) => atNs(index) > ns) - 1;
}

type Details = Partial<Pick<Step, 'by' | 'callback' | 'primitive' | 'location'>>;

/** What acts, what it acts on and where have the same names in all kinds of events. */
function detailsOf(event: Moment): Details {
  if ('parent' in event) return { by: event.parent, location: event.location };
  const details = event as Details;
  // That says where it was made, not where it is used.
  if (event.kind === 'primitive-seen') return { ...details, location: null };
  return 'waitsOn' in event ? { ...details, ...waitDetails(event.waitsOn) } : details;
}

function waitDetails(wait: Wait | null): Details {
  return { location: wait?.location ?? null, primitive: wait?.primitive ?? null };
}
