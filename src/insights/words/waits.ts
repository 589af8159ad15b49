/** What somebody waits for, in words. */
import type { Analysis } from '../../analysis/analysis.ts';
import { shortName } from '../../analysis/labels.ts';
import { MOST_LISTED } from '../../trace/fields.ts';
import type { PrimitiveId, PrimitiveState, Wait } from '../../trace/schema.ts';
import { eventsOf } from '../events-of.ts';
import { lineAt } from '../source.ts';
import { isForNotice, isJoin, isPut } from '../waiting-calls.ts';
import {
  agentsText,
  agentText,
  amountText,
  code,
  inCall,
  onLine,
  primitiveText,
  timeText,
} from './phrases.ts';

/**
 * What follows *waits* or *waited*, with a space before it: ``" in `sleep` on line 5"``,
 * ``" on line 9 for `ready` to be set"``.
 */
export function waitText(analysis: Analysis, wait: Wait, isAll = namesAll(wait)): string {
  const what = objectText(analysis, wait, isAll);
  const isSaid = what !== '' && wait.tasks === null;
  return `${isSaid ? '' : inCall(wait.call)}${onLine(analysis, wait.location)}${what}`;
}

/** Whether all that is waited for is named: of very many tasks, a trace lists the first. */
export function namesAll({ tasks }: Wait): boolean {
  return tasks === null || tasks.length < MOST_LISTED;
}

/** What is waited for, where it has a name of its own: ``" for `ready` to be set"``. */
export function objectText(analysis: Analysis, wait: Wait, isAll = namesAll(wait)): string {
  const { task, tasks, joins, process, job, primitive, call } = wait;
  if (task !== null) return ` for ${agentText(analysis, task)}`;
  if (tasks !== null) {
    return tasks.length === 0
      ? ''
      : ` for ${isAll ? '' : 'at least '}${agentsText(analysis, tasks)}`;
  }
  if (joins !== null) return ` for ${agentText(analysis, joins)} to end`;
  if (process !== null) return ` for ${agentText(analysis, process)} to exit`;
  if (job !== null) {
    const hasBegun = analysis.jobs.get(job)?.beganNs != null;
    return ` for ${code(jobName(analysis, job))}${hasBegun ? ' in another thread' : ', which never began'}`;
  }
  if (wait.coroutine !== null) return ` for ${code(shortName(wait.coroutine))}`;
  return primitive === null ? '' : primitiveObjectText(analysis, primitive, call ?? '');
}

function primitiveObjectText(analysis: Analysis, primitive: PrimitiveId, call: string): string {
  const name = primitiveText(analysis, primitive);
  const state = stateOf(analysis, primitive);
  switch (state?.kind) {
    case 'event':
      return ` for ${name} to be set`;
    case 'condition':
      return isForNotice(call) ? ` for ${name} to be notified` : ` for ${name}`;
    case 'future':
      return ` for the result of ${name}`;
    case 'barrier':
      return ` at ${name} for ${amountText(state.parties, 'task')} to arrive`;
    case 'queue':
      if (isJoin(call)) return ` for all items of ${name} to be done`;
      return isPut(call) ? ` for room in ${name}` : ` for an item in ${name}`;
    case 'lock':
    case 'semaphore':
      return ` for ${name}`;
    case 'threading':
      if (call === 'Event.wait') return ` for ${name} to be set`;
      return call === '' || LOCKS.test(call) ? ` for ${name}` : '';
    case 'pool':
    case undefined:
      return call === '' ? ` for ${name}` : '';
  }
}

/** Of what threads share, what is waited for by its name. */
const LOCKS = /^R?Lock\.acquire$/;

/** How a primitive stood at the end. */
export function stateOf(analysis: Analysis, primitive: PrimitiveId): PrimitiveState | null {
  return analysis.primitives.get(primitive)?.changes.at(-1)?.state ?? null;
}

export function jobName({ jobs }: Analysis, job: number): string {
  return shortName(jobs.get(job)?.function ?? 'a call');
}

/** That an event had been set, and was cleared before anybody who waits now came to it. */
export function clearedText(analysis: Analysis, primitive: PrimitiveId): string {
  const changes = analysis.primitives.get(primitive)?.changes ?? [];
  const isSet = ({ state }: (typeof changes)[number]) => state.kind === 'event' && state.isSet;
  const at = changes.findLastIndex(isSet);
  const [set, cleared] = [changes[at], changes[at + 1]];
  if (!set || !cleared) return '';
  // What a loop calls runs on its thread's account.
  const who = analysis.agents.get(set.by)?.kind === 'task' ? agentText(analysis, set.by) : null;
  const had = who === null ? 'it had been set' : `${who} had set it`;
  return `; ${had} at ${timeText(set.atNs)}, and it was cleared again at ${timeText(cleared.atNs)}`;
}

/**
 * That a condition had been notified before anybody waited for that; by the program's lines, where
 * one of them does nothing else.
 */
export function missedNoticeText(analysis: Analysis, primitive: PrimitiveId): string {
  const condition = analysis.primitives.get(primitive);
  const alike = [...analysis.primitives.values()].filter(({ type }) => type === condition?.type);
  if (!condition?.name || alike.length > 1) return '';
  const call = new RegExp(`^\\s*${condition.name.replaceAll('.', '\\.')}\\.notify(_all)?\\(.*\\)$`);
  const notified = eventsOf(analysis, 'line').findLast(({ event: { location } }) => {
    return call.test(lineAt(analysis, location));
  });
  const waited = eventsOf(analysis, 'step-ended').find(
    ({ event: { waitsOn } }) => waitsOn?.primitive === primitive && isForNotice(waitsOn.call ?? ''),
  );
  if (!notified || !waited || waited.index < notified.index) return '';
  const { atNs, location } = notified.event;
  return `; it had been notified at ${timeText(atNs)}${onLine(analysis, location)}, when nobody waited for that yet: a notice is not kept for later`;
}
