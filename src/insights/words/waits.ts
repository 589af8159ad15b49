/** What somebody waits for, in words. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { PrimitiveId, PrimitiveState, Wait } from '../../trace/schema.ts';
import { agentText, code, onLine, primitiveText } from './phrases.ts';

/**
 * What follows *waited*: ``"for `ready` on line 9"``, ``"in `sleep` on line 5"``.
 */
export function waitedText(analysis: Analysis, wait: Wait): string {
  return waitedForText(analysis, wait) + onLine(analysis, wait.location);
}

function waitedForText(analysis: Analysis, wait: Wait): string {
  const { task, joins, process, job, primitive, call } = wait;
  if (task !== null) return `for ${agentText(analysis, task)}`;
  if (joins !== null) return `for ${agentText(analysis, joins)} to end`;
  if (process !== null) return `for ${agentText(analysis, process)} to exit`;
  if (job !== null) return `for ${code(jobName(analysis, job))} in another thread`;
  if (primitive !== null) return atPrimitive(analysis, primitive, call ?? '');
  return call === null ? '' : `in ${code(call)}`;
}

function atPrimitive(analysis: Analysis, primitive: PrimitiveId, call: string): string {
  const name = primitiveText(analysis, primitive);
  switch (stateOf(analysis, primitive)?.kind) {
    case 'queue':
      if (/\bjoin$/.test(call)) return `for all items of ${name} to be done`;
      return /\bput$/.test(call) ? `for room in ${name}` : `for an item in ${name}`;
    case 'threading':
    case 'pool':
    case undefined:
      return call === '' ? `for ${name}` : `in ${code(call)}`;
    default:
      return `for ${name}`;
  }
}

/** How a primitive stood at the end. */
export function stateOf(analysis: Analysis, primitive: PrimitiveId): PrimitiveState | null {
  return analysis.primitives.get(primitive)?.changes.at(-1)?.state ?? null;
}

export function jobName(analysis: Analysis, job: number): string {
  return analysis.jobs.get(job)?.function ?? 'a call';
}
