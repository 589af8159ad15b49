/** What a lane shows at an instant, in words: what stands under the pointer. */
import type { Lane } from '../analysis/lanes.ts';
import type { AgentId } from '../trace/schema.ts';
import { finishText, segmentText } from './words.ts';

/** @param withinNs how far from the instant something without length may lie. */
export function laneTextAt(
  lane: Lane,
  ns: number,
  withinNs: number,
  labels: ReadonlyMap<AgentId, string>,
): string | null {
  const near = (atNs: number) => Math.abs(atNs - ns) <= withinNs;
  if (lane.finish && near(lane.finish.atNs)) return finishText(lane.finish);
  const said = lane.output.find(({ atNs }) => near(atNs));
  const segment =
    lane.segments.find(({ fromNs, toNs }) => fromNs < toNs && fromNs <= ns && ns <= toNs) ??
    lane.segments.find(({ fromNs, toNs }) => near(fromNs) || near(toNs));
  const doing = segment ? segmentText(segment, labels) : null;
  if (!said) return doing;
  const printed = `prints “${said.text}”`;
  return doing === null ? printed : `${doing}; ${printed}`;
}
