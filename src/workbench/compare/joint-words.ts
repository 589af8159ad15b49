/** What is said of two runs where their playheads, or the pointer, stand. */
import { stateAt } from '../../analysis/state-at.ts';
import { laneTextAt } from '../../timeline/lane-at.ts';
import type { Scale } from '../../timeline/scale.ts';
import { secondsText } from '../../timeline/seconds.ts';
import { momentText } from '../../timeline/step-words.ts';
import type { Window } from '../../timeline/window.ts';
import type { Pointer } from './compared-picture.tsx';
import type { Comparison } from './comparison.ts';
import { type JointPosition, positionIn } from './joint-position.ts';
import type { ComparedLanes } from './use-compared-lanes.ts';

const SIDES = ['left', 'right'] as const;
/** How near to a mark the pointer must be to mean it, as a fraction of the width. */
const NEAR = 0.008;

/** Where both stand, as it is read out. */
export function commentOn(comparison: Comparison, position: JointPosition): string {
  const { left, right, steps } = comparison;
  const run = { left: left.trace, right: right.trace, steps };
  const sentences = SIDES.map((side) => {
    const stands = positionIn(run, side, position);
    return momentText(run[side], stands, stateAt(run[side], stands.step, stands.atNs));
  });
  return commentText(comparison, position, sentences);
}

/** The same, once what is to be said of either is known. */
export function commentText(
  { left, right }: Comparison,
  { atNs }: JointPosition,
  [one, other]: readonly string[],
): string {
  const text =
    one === other ? `in both, ${one}` : `${left.title}: ${one}. ${right.title}: ${other}`;
  return `${secondsText(atNs)}: ${text}`.replaceAll('`', '');
}

export interface ReadoutOptions {
  readonly pointer: Pointer;
  readonly window: Window;
  readonly scale: Scale;
}

/** What stands under the pointer, in both runs. */
export function readout(
  { left, right }: Comparison,
  lanes: ComparedLanes,
  { pointer, window, scale }: ReadoutOptions,
): string {
  const spanNs = window.toNs - window.fromNs;
  const ns = window.fromNs + pointer.at * spanNs;
  const row = lanes.rows[pointer.row];
  const [pair] = row?.group ? [] : (row?.pairs ?? []);
  const when = scale === 'clock' ? secondsText(ns) : '';
  if (!pair) return when;
  const [one, other] = SIDES.map((side) => {
    const lane = pair[side];
    if (!lane) return 'not in this run';
    const options = { withinNs: spanNs * NEAR, labels: lanes[side].labels, scale };
    return laneTextAt(lane, ns, options) ?? 'nothing';
  });
  const text = one === other ? one : `${left.title}: ${one} · ${right.title}: ${other}`;
  return `${when} ${text}`.trim();
}
