/** What to call what a trace speaks of. */
import type { AgentId, CallbackId, PrimitiveId, Trace } from '../trace/schema.ts';
import { analysisOf } from './analysis.ts';

export { shortName } from './collect/agent-labels.ts';

/** `"fetch #3"`; for an agent that was created after the trace was cut, `"another task"`. */
export function labelOf(trace: Trace, agent: AgentId): string {
  return analysisOf(trace).agents.get(agent)?.label ?? 'another task';
}

/** What the program calls it, or else its type. */
export function primitiveLabel(trace: Trace, primitive: PrimitiveId): string {
  return analysisOf(trace).primitives.get(primitive)?.label ?? 'a primitive';
}

export function callbackName(trace: Trace, callback: CallbackId): string {
  return analysisOf(trace).callbacks.get(callback)?.name ?? 'a callback';
}
