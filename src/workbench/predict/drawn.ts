/**
 * Predict by drawing: on a picture with lanes and an axis and nothing else, the reader says when
 * each task ends, or who runs at a moment. Here stands what the page needs to judge that; the truth
 * comes from the recording, by `drawn-question.ts`.
 */
import type { AxisMark } from '../../timeline/axis.ts';
import type { Drawn } from '../../timeline/timeline-picture.tsx';

interface DrawnCommon {
  readonly ask: string;
  readonly because: string | null;
  /** The lanes as they were. */
  readonly truth: Drawn;
  /** The axis of the picture to be drawn on, on which nothing says when the run ended. */
  readonly bareAxis: readonly AxisMark[];
  /** Where the pictures end; they begin at 0. */
  readonly untilNs: number;
}

export interface DrawQuestion extends DrawnCommon {
  readonly kind: 'draw';
  /** What is drawn snaps to multiples of this. */
  readonly stepNs: number;
  /** An end as near as this is right. */
  readonly toleranceNs: number;
  /** In the order of the pictures' rows. */
  readonly lanes: readonly EndingLane[];
}

export interface EndingLane {
  readonly label: string;
  readonly endNs: number;
  /** What it did until then. */
  readonly doings: readonly LaneDoing[];
  /** Why it ended then, as what follows *because*; null where that is not known. */
  readonly why: string | null;
}

export interface LaneDoing {
  readonly fromNs: number;
  readonly toNs: number;
  /** Whether others kept it from going on. */
  readonly isHeldUp: boolean;
  readonly words: string | null;
}

export interface RunsAtQuestion extends DrawnCommon {
  readonly kind: 'runs-at';
  readonly atNs: number;
  /** In the order of the pictures' rows. */
  readonly lanes: readonly ChosenLane[];
}

export interface ChosenLane {
  readonly label: string;
  readonly runs: boolean;
  /** Why it ran then, or what it did instead; null where that is not known. */
  readonly why: string | null;
}

/** What of an answer differs from the recording, or does not. */
export interface Difference {
  readonly right: boolean;
  /** What stands between backticks is the program's own. */
  readonly text: string;
}

/** `[true, false]` for a first bar that ends where it should, and a second that does not. */
export function rightEnds(question: DrawQuestion, endsNs: readonly (number | null)[]): boolean[] {
  return question.lanes.map(({ endNs }, at) => {
    const given = endsNs[at] ?? null;
    return given !== null && Math.abs(given - endNs) <= question.toleranceNs;
  });
}

/** A sentence a bar. */
export function endDifferences(question: DrawQuestion, endsNs: readonly number[]): Difference[] {
  return rightEnds(question, endsNs).map((right, at) => {
    const lane = question.lanes[at] as EndingLane;
    const ended = secondsOf(lane.endNs);
    if (right) return { right, text: `\`${lane.label}\` ended at ${ended}, as you drew it.` };
    const givenNs = endsNs[at] ?? 0;
    const why = whyNot(lane, givenNs, question.toleranceNs);
    return {
      right,
      text: `You said \`${lane.label}\` ends at ${secondsOf(givenNs)}; it ended at ${ended}${why === null ? '' : `, because ${why}`}.`,
    };
  });
}

export function rightLanes(question: RunsAtQuestion, chosen: readonly number[]): boolean[] {
  return question.lanes.map(({ runs }, at) => runs === chosen.includes(at));
}

/** A sentence for each lane that was chosen, or should have been. */
export function runDifferences(question: RunsAtQuestion, chosen: readonly number[]): Difference[] {
  const at = secondsOf(question.atNs);
  return question.lanes.flatMap(({ label, runs, why }, index) => {
    const said = chosen.includes(index);
    if (!said && !runs) return [];
    const because = why === null ? '' : `, because ${why}`;
    if (said && runs) return { right: true, text: `\`${label}\` ran at ${at}${because}.` };
    if (runs)
      return { right: false, text: `You left out \`${label}\`; it ran at ${at}${because}.` };
    const instead = why === null ? 'it did not' : why;
    return { right: false, text: `You said \`${label}\` runs at ${at}; ${instead}.` };
  });
}

/** `2000000000` gives `"2.0"`, `1234000000` gives `"1.234"`. */
export function secondsOf(ns: number): string {
  const exact = (ns / 1e9).toFixed(3);
  return exact.replace(/(\.\d)0+$|(\.\d\d)0$/, '$1$2');
}

/**
 * Of who ended earlier than was said, why it was through. Of who ended later, what it did then; or,
 * where it would have ended as said had nobody held it up, who did.
 */
function whyNot(lane: EndingLane, givenNs: number, toleranceNs: number): string | null {
  if (givenNs > lane.endNs) return lane.why;
  const held = lane.doings.filter(({ fromNs, isHeldUp }) => isHeldUp && fromNs < givenNs);
  const heldNs = held.reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0);
  const last = held.at(-1);
  const doing = lane.doings.find(({ fromNs, toNs }) => fromNs <= givenNs && givenNs < toNs);
  if (last?.words && !doing?.isHeldUp && lane.endNs - givenNs <= heldNs + toleranceNs) {
    return `until ${secondsOf(last.toNs)} ${last.words}`;
  }
  return doing?.words ? `at ${secondsOf(givenNs)} ${doing.words}` : null;
}
