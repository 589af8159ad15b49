/** Event loops, and when they ran. */
import type { AgentId, Location, LoopId } from '../../trace/schema.ts';
import type { Collector, Growing } from './collector.ts';

export interface EventLoop {
  readonly id: LoopId;
  /** One for each call of `run_forever` or `run_until_complete`, in order. */
  readonly runs: readonly LoopRun[];
  /** Who last had it stop. */
  readonly stopped: LoopStop | null;
}

export interface LoopStop {
  readonly by: AgentId;
  readonly location: Location | null;
  readonly atNs: number;
}

export interface LoopRun {
  readonly thread: AgentId;
  readonly fromNs: number;
  /** Null where it still ran at the end. */
  readonly toNs: number | null;
}

/** By number, in the order in which they first ran. */
export function collectLoops(): Collector<ReadonlyMap<LoopId, EventLoop>> {
  const loops = new Map<LoopId, Growing<EventLoop> & { readonly runs: Growing<LoopRun>[] }>();
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
        const loop = loops.get(id) ?? { id, runs: [], stopped: null };
        loop.runs.push(run);
        loops.set(id, loop);
      },
      'loop-stop-asked': ({ target, by, location, atNs }) => {
        const loop = loops.get(target);
        if (loop) loop.stopped = { by, location, atNs };
      },
      'loop-ended': ({ thread, atNs }) => end(thread, atNs),
    },
    end: () => loops,
  };
}
