import type { LoopState, TaskState, ThreadState } from '../../analysis/loop-state.ts';
import type { Want } from '../../timeline/resource-rows.ts';
import type { AgentId } from '../../trace/schema.ts';

/** More arrows than these hide the picture: then those of whom the reader points at. */
const MOST_WANTS = 6;

/** Who waits at this moment for what others have. */
export function wantsNow({ tasks, threads }: LoopState, pointed: AgentId | null): readonly Want[] {
  const wants: Want[] = [];
  const look = (agent: AgentId, { status, waitsOn }: TaskState | ThreadState) => {
    if (status !== 'waiting' || waitsOn?.primitive == null) return;
    wants.push({ agent, primitive: waitsOn.primitive });
  };
  for (const task of tasks) look(task.task, task);
  for (const thread of threads) look(thread.thread, thread);
  return wants.length <= MOST_WANTS ? wants : wants.filter(({ agent }) => agent === pointed);
}
