/** Which tasks a reader knows of. */
import type { Analysis } from '../analysis/analysis.ts';
import { shortName } from '../analysis/labels.ts';
import type { AgentId } from '../trace/schema.ts';

/**
 * Whether a task is the program's doing. `to_thread` is, though its code is the library's; what
 * `asyncio.run` starts at its end is not, nor what a library starts inside of its own functions.
 */
export function isOwnTask({ agents }: Analysis, id: AgentId): boolean {
  const agent = agents.get(id);
  if (agent?.kind !== 'task' || agent.hidden) return false;
  const { coroutine, isLibrary, parent } = agent;
  // What has no name but its class's.
  if (/^<|^async_generator_/.test(coroutine)) return false;
  const isInternal = shortName(coroutine).split('.').at(-1)?.startsWith('_');
  return !isLibrary || (!isInternal && agents.get(parent)?.kind === 'task');
}
