/** The marks below a picture, and where the run ended. */
import { endsAtEdge } from './measures.ts';
import { type Scale, STEP_NS } from './scale.ts';
import { markText, roundStep } from './seconds.ts';
import { fractionOf, type Window } from './window.ts';

export interface AxisMark {
  readonly at: number;
  /** Null for a mark that has no room for its number. */
  readonly text: string | null;
  /** Whether there is room for it on a broad picture only. */
  readonly broadOnly: boolean;
}

/** When the program was over. */
export interface End {
  readonly at: number;
  readonly text: string;
}

/** More marks than this and their numbers touch on a telephone. */
export const MOST_MARKS = 8;
/**
 * A number this close to the end's own would be written across it, or across the whole of it where
 * the end's stands to the left of its mark.
 */
const END_ROOM = { narrow: 0.18, broad: 0.1 };
const END_ROOM_AT_EDGE = { narrow: 0.35, broad: 0.17 };

export function axisOf(window: Window, end: End | null, scale: Scale = 'clock'): AxisMark[] {
  const roundNs = markStepNs(window);
  const stepNs = scale === 'steps' ? Math.max(STEP_NS, roundNs) : roundNs;
  const marks: AxisMark[] = [];
  for (let index = Math.ceil(window.fromNs / stepNs); index * stepNs <= window.toNs; index += 1) {
    const ns = index * stepNs;
    const at = fractionOf(ns, window);
    const text = scale === 'steps' ? String(ns / STEP_NS) : markText(ns, stepNs);
    // On a telephone there is room for eight short texts, or for every second of long ones.
    const isCrowded = text.length > SHORT_TEXT && index % 2 === 1;
    marks.push({
      at,
      text: hasRoom(at, end, 'broad') ? text : null,
      broadOnly: isCrowded || !hasRoom(at, end, 'narrow'),
    });
  }
  return marks;
}

/** How far the marks are apart, by the clock. */
export function markStepNs({ fromNs, toNs }: Window): number {
  return roundStep(toNs - fromNs, MOST_MARKS);
}

/** `0.5`, `12` */
const SHORT_TEXT = 3;

/** On a telephone, or on a picture that is broad by the measure of timeline.css. */
function hasRoom(at: number, end: End | null, picture: 'narrow' | 'broad'): boolean {
  if (end === null) return true;
  return Math.abs(end.at - at) > (endsAtEdge(end) ? END_ROOM_AT_EDGE : END_ROOM)[picture];
}
