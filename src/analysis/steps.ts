/**
 * The moments of a recording through which a reader steps, forwards and back. Several can share one
 * instant of virtual time, so they are numbered, from 0; a step is a place in the list of events.
 */

import {
  type AgentId,
  type CallbackId,
  MAIN_AGENT,
  type PrimitiveId,
  type Recording,
  type RecordingEvent,
} from '../trace/recording.ts';
import { agentsOf } from './agents.ts';
import { firstPlace } from './binary-search.ts';
import { perRecording } from './per-recording.ts';

export interface Step {
  readonly index: number;
  /** The last event that belongs to it: the state at this step is that after this event. */
  readonly place: number;
  readonly atNs: number;
  readonly kind: StepKind;
  /** Whom it is about: the one who was created or woken, not the one who did it. */
  readonly agent: AgentId;
  /** Who did it; null where the loop did. */
  readonly by: AgentId | null;
  readonly callback: CallbackId | null;
  readonly primitive: PrimitiveId | null;
  /** The line of the program that it is about. */
  readonly line: number | null;
}

export type StepKind =
  | 'created'
  | 'woken'
  | 'began'
  | 'suspended'
  | 'finished'
  | 'thread-started'
  | 'thread-parked'
  | 'thread-resumed'
  | 'thread-ended'
  | 'scheduled'
  | 'callback-began'
  | 'callback-ended'
  | 'callback-cancelled'
  | 'primitive'
  | 'line'
  /** A blocking call is over. */
  | 'unblocked'
  | 'output'
  /** From here on, only output is recorded. */
  | 'cut';

/** The place of each step in the list of events. */
export const stepPlacesOf = perRecording((recording: Recording): Uint32Array => {
  const agents = agentsOf(recording);
  const { events } = recording;
  const places = new Uint32Array(events.length);
  let count = 0;
  for (const [place, event] of events.entries()) {
    const next = events[place + 1];
    if (next && belongTogether(event, next)) continue;
    if (agents.get(subjectOf(event))?.hidden) continue;
    places[count] = place;
    count += 1;
  }
  return places.slice(0, count);
});

export function stepCount(recording: Recording): number {
  return stepPlacesOf(recording).length;
}

/** @throws RangeError where there is no such step. */
export function stepAt(recording: Recording, index: number): Step {
  const place = stepPlacesOf(recording)[index];
  const event = place === undefined ? undefined : recording.events[place];
  if (place === undefined || !event) {
    throw new RangeError(`expected a step from 0 to ${stepCount(recording) - 1}, found ${index}`);
  }
  const created = event.kind === 'task-ready' ? recording.events[place - 1] : undefined;
  const told = created && belongTogether(created, event) ? created : event;
  const nothing = { by: null, callback: null, primitive: null, line: null };
  return Object.freeze({
    ...nothing,
    index,
    place,
    atNs: event.atNs,
    ...detailsOf(told),
    ...(event.kind === 'primitive-seen' ? firstUser(recording, place) : {}),
  });
}

/** The last step that has happened by then; -1 where none has. */
export function lastStepBy(recording: Recording, ns: number): number {
  const places = stepPlacesOf(recording);
  const atNs = (index: number) => recording.events[places[index] ?? 0]?.atNs ?? 0;
  return firstPlace(places.length, (index) => atNs(index) > ns) - 1;
}

/** The event does not say who used a primitive first: whoever acted just before. */
function firstUser({ events }: Recording, place: number): Pick<Step, 'agent' | 'by'> {
  for (let at = place - 1; at >= 0; at -= 1) {
    const event = events[at];
    if (event?.kind !== 'line' && event?.kind !== 'step-began') continue;
    const agent = subjectOf(event);
    return { agent, by: agent };
  }
  return { agent: MAIN_AGENT, by: MAIN_AGENT };
}

/** Creation puts a task into the ready queue; the end of its last step finishes it. */
function belongTogether(event: RecordingEvent, next: RecordingEvent): boolean {
  if (event.kind === 'task-created') return next.kind === 'task-ready' && next.task === event.task;
  if (event.kind !== 'step-ended') return false;
  return next.kind === 'task-finished' && next.task === event.task;
}

function subjectOf(event: RecordingEvent): AgentId {
  if ('task' in event) return event.task;
  if ('thread' in event) return event.thread;
  return 'by' in event ? event.by : MAIN_AGENT;
}

function detailsOf(event: RecordingEvent): Pick<Step, 'kind' | 'agent'> & Partial<Step> {
  switch (event.kind) {
    case 'task-created':
      return { kind: 'created', agent: event.task, by: event.parent, line: event.line };
    case 'task-ready':
      return { kind: 'woken', agent: event.task, by: event.by };
    case 'step-began':
      return { kind: 'began', agent: event.task };
    case 'step-ended':
      return { kind: 'suspended', agent: event.task, ...waitDetails(event.waitsOn) };
    case 'task-finished':
      return { kind: 'finished', agent: event.task };
    case 'thread-started':
      return { kind: event.kind, agent: event.thread, by: event.parent, line: event.line };
    case 'thread-parked':
      return { kind: event.kind, agent: event.thread, ...waitDetails(event.waitsOn) };
    case 'thread-resumed':
    case 'thread-ended':
      return { kind: event.kind, agent: event.thread };
    case 'callback-scheduled':
      return {
        kind: 'scheduled',
        agent: event.by,
        by: event.by,
        callback: event.callback,
        line: event.line,
      };
    case 'callback-began':
    case 'callback-ended':
      return { kind: event.kind, agent: MAIN_AGENT, callback: event.callback };
    case 'callback-cancelled':
      return { kind: event.kind, agent: event.by, by: event.by, callback: event.callback };
    case 'primitive-seen':
      return { kind: 'primitive', agent: MAIN_AGENT, primitive: event.primitive };
    case 'primitive-changed':
      return { kind: 'primitive', agent: event.by, by: event.by, primitive: event.primitive };
    case 'line':
      return { kind: 'line', agent: event.by, by: event.by, line: event.line };
    case 'loop-blocked':
      return { kind: 'unblocked', agent: event.by, by: event.by, line: event.line };
    case 'output':
      return { kind: 'output', agent: event.by, by: event.by };
    case 'recording-cut':
      return { kind: 'cut', agent: MAIN_AGENT };
  }
}

function waitDetails(wait: Extract<RecordingEvent, { kind: 'step-ended' }>['waitsOn']) {
  return { line: wait?.line ?? null, primitive: wait?.primitive ?? null };
}
