/** Which events are moments worth a look, for a reader who steps through a trace. */
import {
  type AgentId,
  type EventKind,
  type EventOf,
  MAIN_AGENT,
  type TraceEvent,
} from '../../trace/schema.ts';
import type { Collector, Handlers } from './collector.ts';

/**
 * For each kind that makes a step, whom it is about. Where two stand for one moment, such as the
 * creation of a task and that it is ready, the step is the second.
 */
const SUBJECTS = {
  'task-created': ({ task }) => task,
  'task-ready': ({ task }) => task,
  'step-began': ({ task }) => task,
  'step-ended': ({ task }) => task,
  'task-finished': ({ task }) => task,
  'cancel-requested': ({ task }) => task,
  'cancel-caught': ({ task }) => task,
  'exception-handler-called': ({ task, thread }) => task ?? thread,
  'exception-stored': ({ task }) => task,
  'never-awaited': ({ thread }) => thread,
  'thread-started': ({ started }) => started,
  'thread-ended': ({ thread }) => thread,
  'process-started': ({ process }) => process,
  'process-ended': ({ process }) => process,
  parked: ({ agent }) => agent,
  preempted: ({ agent }) => agent,
  resumed: ({ agent }) => agent,
  'blocking-began': ({ by }) => by,
  'blocking-ended': ({ by }) => by,
  'wake-missed': ({ by }) => by,
  'callback-scheduled': ({ by }) => by,
  'callback-began': ({ thread }) => thread,
  'callback-ended': ({ thread }) => thread,
  'callback-cancelled': ({ by }) => by,
  'primitive-seen': ({ by }) => by,
  'primitive-changed': ({ by }) => by,
  line: ({ by }) => by,
  output: ({ by }) => by,
  'trace-cut': () => MAIN_AGENT,
} as const satisfies { readonly [Kind in EventKind]?: (event: EventOf<Kind>) => AgentId };

export type StepKind = keyof typeof SUBJECTS;

/** An event that makes a step. */
export type Moment = Extract<TraceEvent, { readonly kind: StepKind }>;

export function subjectOf(event: Moment): AgentId {
  return (SUBJECTS[event.kind] as (event: Moment) => AgentId)(event);
}

/** The indices of moments in the list of events, in order, and whom each is about. */
export interface StepEvents {
  readonly eventIndexes: readonly number[];
  readonly agents: readonly AgentId[];
}

/** In place of the index of what turned out to be no moment: a blocking call that took no time. */
const DROPPED = -1;

/** The indices of those that are shown. */
export function shownSteps(
  { eventIndexes, agents: subjects }: StepEvents,
  agents: ReadonlyMap<AgentId, { readonly hidden: boolean }>,
): Uint32Array {
  const shown = eventIndexes.filter(
    (eventIndex, step) =>
      eventIndex !== DROPPED && !agents.get(subjects[step] ?? MAIN_AGENT)?.hidden,
  );
  return Uint32Array.from(shown);
}

/** Those about housekeeping too. */
export function collectStepEvents(): Collector<StepEvents> {
  const eventIndexes: number[] = [];
  const agents: AgentId[] = [];
  let last: TraceEvent | null = null;
  let lastIndex = -1;
  /** Where among the steps each blocking call began, and when. */
  const blocking = new Map<AgentId, { readonly step: number; readonly atNs: number }>();

  const add = (event: Moment, eventIndex: number) => {
    if (last && lastIndex === eventIndex - 1 && belongTogether(last, event)) {
      eventIndexes.pop();
      agents.pop();
    }
    last = event;
    lastIndex = eventIndex;
    if (event.kind === 'blocking-ended') {
      const began = blocking.get(event.by);
      blocking.delete(event.by);
      if (began?.atNs === event.atNs) {
        eventIndexes[began.step] = DROPPED;
        return;
      }
    }
    if (event.kind === 'blocking-began') {
      blocking.set(event.by, { step: eventIndexes.length, atNs: event.atNs });
    }
    eventIndexes.push(eventIndex);
    agents.push(subjectOf(event));
  };
  return {
    on: Object.fromEntries(Object.keys(SUBJECTS).map((kind) => [kind, add])) as Handlers,
    end: () => ({ eventIndexes, agents }),
  };
}

/** Creation puts a task into the ready queue; the end of its last step finishes it. */
export function belongTogether(event: TraceEvent, next: TraceEvent): boolean {
  if (event.kind === 'task-created') return next.kind === 'task-ready' && next.task === event.task;
  if (event.kind !== 'step-ended') return false;
  return next.kind === 'task-finished' && next.task === event.task;
}
