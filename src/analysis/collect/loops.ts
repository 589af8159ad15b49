/** Event loops, and when they ran. */
import type { AgentId, LoopId } from '../../trace/schema.ts';
import type { Collector, Growing } from './collector.ts';

export interface EventLoop {
  readonly id: LoopId;
  /** One for each call of `run_forever` or `run_until_complete`, in order. */
  readonly runs: readonly LoopRun[];
}

export interface LoopRun {
  readonly thread: AgentId;
  readonly fromNs: number;
  /** Null where it still ran at the end. */
  readonly toNs: number | null;
}

/** By number, in the order in which they first ran. */
export function collectLoops(): Collector<ReadonlyMap<LoopId, EventLoop>> {
  const loops = new Map<LoopId, { readonly id: LoopId; readonly runs: Growing<LoopRun>[] }>();
  const running = new Map<AgentId, Growing<LoopRun>>();
  const end = (thread: AgentId, atNs: number) => {
    const run = running.get(thread);
    if (run) run.toNs = atNs;
    running.delete(thread);
  };
  return {
    on: {
      'loop-began': ({ runs: id, thread, atNs }) => {
        end(thread, atNs);
        const run = { thread, fromNs: atNs, toNs: null };
        running.set(thread, run);
        const loop = loops.get(id) ?? { id, runs: [] };
        loop.runs.push(run);
        loops.set(id, loop);
      },
      'loop-ended': ({ thread, atNs }) => end(thread, atNs),
    },
    end: () => loops,
  };
}
