/** What a lane shows at an instant, in words: what stands under the pointer. */
import type { Lane } from '../analysis/lanes.ts';
import type { AgentId } from '../trace/schema.ts';
import type { Scale } from './scale.ts';
import { finishedText, finishText, segmentText, stateText } from './words.ts';

export interface LaneTextOptions {
  /** How far from the instant something without length may lie. */
  readonly withinNs: number;
  readonly labels: ReadonlyMap<AgentId, string>;
  /** By steps, nothing is said of times. */
  readonly scale: Scale;
}

export function laneTextAt(
  lane: Lane,
  ns: number,
  { withinNs, labels, scale }: LaneTextOptions,
): string | null {
  const isTimed = scale === 'clock';
  const near = (atNs: number) => Math.abs(atNs - ns) <= withinNs;
  if (lane.finish && near(lane.finish.atNs))
    return isTimed ? finishText(lane.finish) : finishedText(lane.finish);
  const said = lane.output.find(({ atNs }) => near(atNs));
  const segment =
    lane.segments.find(({ fromNs, toNs }) => fromNs < toNs && fromNs <= ns && ns <= toNs) ??
    lane.segments.find(({ fromNs, toNs }) => near(fromNs) || near(toNs));
  const textOf = isTimed ? segmentText : stateText;
  const doing = segment ? textOf(segment, labels) : null;
  if (!said) return doing;
  const printed = `prints “${said.text}”`;
  return doing === null ? printed : `${doing}; ${printed}`;
}
