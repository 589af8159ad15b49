/** The exception that ended the program, and the tasks it came through. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Agent } from '../../analysis/collect/agents.ts';
import type { Cancellation } from '../../analysis/collect/cancellations.ts';
import type { AgentId, Location, PrimitiveId } from '../../trace/schema.ts';
import { eventsOfTask, finishIndexOf } from '../events-of.ts';
import { type Fact, fact, isSameLocation } from '../fact.ts';
import { lineAt } from '../source.ts';

/** It was raised in one task and came out of others. */
export interface PassedOn extends Fact {
  readonly kind: 'passed-on';
  readonly error: string;
  /** Where it was raised. */
  readonly location: Location | null;
  /** From the task that raised it to the one that ended the program with it. */
  readonly through: readonly AgentId[];
  /** Where the last of them awaited the one before. */
  readonly awaitedAt: Location | null;
}

/** A task ended with CancelledError, though nobody had asked it to stop. */
export interface CancelledFromBelow extends Fact {
  readonly kind: 'cancelled-from-below';
  readonly task: AgentId;
  /** The cancelled task that it awaited; null where it awaited another future, or that is not known. */
  readonly from: AgentId | null;
  /** The cancelled future that it awaited. */
  readonly future: PrimitiveId | null;
  readonly awaitedAt: Location | null;
  /** Where it raised the error itself. */
  readonly raisedAt: Location | null;
  /** Who had cancelled that one, where that was asked for. */
  readonly request: Pick<Cancellation, 'by' | 'reason' | 'because' | 'location'> | null;
  /** Whether the program ended with it. */
  readonly endedProgram: boolean;
}

export function passedOn(analysis: Analysis): PassedOn[] {
  const { outcome } = analysis.trace;
  if (outcome.kind !== 'exited' || !outcome.error) return [];
  const { agents } = analysis;
  const { type, message, location } = outcome.error;
  const last = [...agents.values()].findLast(
    ({ kind, parent, finish }) =>
      kind === 'task' &&
      agents.get(parent)?.kind !== 'task' &&
      finish?.how === 'raised' &&
      finish.origin !== null &&
      isSameLocation(finish.location, location),
  );
  if (!last) return [];
  const through = [last.id];
  for (let at = last.finish?.origin ?? null; at !== null && !through.includes(at); ) {
    through.unshift(at);
    at = agents.get(at)?.finish?.origin ?? null;
  }
  const awaited = awaitOf(analysis, last.id, through.at(-2) ?? last.id);
  return [
    {
      kind: 'passed-on',
      ...fact({
        events: through.map((id) => agents.get(id)?.finish?.eventIndex ?? null),
        fromNs: agents.get(through[0] ?? 0)?.finish?.atNs ?? analysis.trace.endedNs,
        toNs: analysis.trace.endedNs,
        agents: through,
        locations: [location, awaited],
      }),
      error: message === '' ? type : `${type}: ${message}`,
      location,
      through,
      awaitedAt: awaited,
    },
  ];
}

export function cancelledFromBelow(analysis: Analysis): CancelledFromBelow[] {
  const { agents, cancellations } = analysis;
  const asked = new Set(cancellations.map(({ task }) => task));
  return [...agents.values()].flatMap((agent): CancelledFromBelow[] => {
    const { id, finish, hidden } = agent;
    if (hidden || finish?.how !== 'cancelled' || asked.has(id)) return [];
    const from = finish.origin;
    const endedProgram = isEndOfProgram(analysis, agent);
    const raisedAt = from === null ? raiseAt(analysis, finish.location) : null;
    const future = from === null && raisedAt === null ? cancelledFuture(analysis, id) : null;
    if (from === null && future === null && raisedAt === null && !endedProgram) return [];
    const awaitedAt =
      from !== null ? awaitOf(analysis, id, from) : future !== null ? lastWait(analysis, id) : null;
    const request = cancellations.findLast(({ task }) => task === from) ?? null;
    return [
      {
        kind: 'cancelled-from-below',
        ...fact({
          events: [request?.eventIndex ?? null, finishIndexOf(analysis, from), finish.eventIndex],
          fromNs: request?.atNs ?? finish.atNs,
          toNs: finish.atNs,
          agents: [id, from],
          locations: [awaitedAt, raisedAt, request?.location ?? null],
          primitives: [future],
        }),
        ...{ task: id, from, future, awaitedAt, raisedAt, endedProgram },
        request,
      },
    ];
  });
}

/** Whether the program ended with the CancelledError of this task. */
function isEndOfProgram({ agents, trace: { outcome } }: Analysis, { parent }: Agent): boolean {
  return (
    agents.get(parent)?.kind !== 'task' &&
    outcome.kind === 'exited' &&
    /\bCancelledError$/.test(outcome.error?.type ?? '')
  );
}

/** The line at which an error came into being, where that is a `raise` of the program's own. */
function raiseAt(analysis: Analysis, location: Location | null): Location | null {
  const line = lineAt(analysis, location);
  return /^\s*raise\b.*CancelledError/.test(line) ? location : null;
}

/** The future that a task last waited for, where that was cancelled. */
function cancelledFuture(analysis: Analysis, task: AgentId): PrimitiveId | null {
  const wait = eventsOfTask(analysis, 'step-ended', task).at(-2)?.event.waitsOn;
  const primitive = wait?.primitive ?? null;
  const state =
    primitive === null ? null : analysis.primitives.get(primitive)?.changes.at(-1)?.state;
  return state?.kind === 'future' && state.state === 'cancelled' ? primitive : null;
}

/** Where a task awaited another one before it ended: of one that was done already, without a wait. */
function awaitOf(analysis: Analysis, task: AgentId, other: AgentId): Location | null {
  const wait = eventsOfTask(analysis, 'step-ended', task).at(-2)?.event.waitsOn;
  if (wait?.task === other || wait?.tasks?.includes(other)) return wait.location;
  const began = eventsOfTask(analysis, 'step-began', task).at(-1)?.index ?? 0;
  const last = analysis.trace.events.findLast(
    (event, index) => index > began && event.kind === 'line' && event.by === task,
  );
  if (last?.kind !== 'line') return null;
  // Of lines that are reached very often not every time is told.
  return /\bawait\b/.test(lineAt(analysis, last.location)) ? last.location : null;
}

/** The line at which a task last waited before it ended. */
function lastWait(analysis: Analysis, task: AgentId): Location | null {
  return eventsOfTask(analysis, 'step-ended', task).at(-2)?.event.waitsOn?.location ?? null;
}
