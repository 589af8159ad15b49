/** Who had whom stopped: from who asked, or from whose failure was the cause, to who was cancelled. */
import type { Cancellation } from '../analysis/collect/cancellations.ts';
import type { Lane } from '../analysis/lanes.ts';
import { type AgentId, MAIN_AGENT } from '../trace/schema.ts';

export interface CancelLink {
  readonly atNs: number;
  readonly from: AgentId;
  readonly to: AgentId;
  /** Whether the task ended at once: the arrow leads to its end, and not to where it was asked. */
  readonly isEnd: boolean;
}

/** More of them are a wall. */
const MOST_LINKS = 100;

export function cancelLinks(lanes: readonly Lane[]): readonly CancelLink[] {
  const drawn = new Set(lanes.map(({ task }) => task));
  const links = lanes.flatMap((lane) =>
    lane.requests.flatMap((request) => {
      const from = causeOf(request, drawn);
      if (from === lane.task || from === MAIN_AGENT || !drawn.has(from)) return [];
      const isEnd = lane.finish !== null && lane.finish.atNs <= request.atNs;
      return [{ atNs: request.atNs, from, to: lane.task, isEnd }];
    }),
  );
  return links.slice(0, MOST_LINKS);
}

function causeOf({ because, by }: Cancellation, drawn: ReadonlySet<AgentId>): AgentId {
  return because !== null && drawn.has(because) ? because : by;
}
