/** A moment that a text speaks of, as it is lit in a picture while the reader points at it. */
import type { LineMark } from '../../timeline/line-marks.ts';
import type { Position } from '../../timeline/position.ts';
import type { AgentId, PrimitiveId } from '../../trace/schema.ts';

export interface LitMoment extends Position {
  readonly agent: AgentId | null;
  readonly primitive: PrimitiveId | null;
  readonly line: number | null;
  /** Where it lies in the picture of the whole run: across, from 0 to 1, and in which row. */
  readonly at: number | null;
  readonly row: number | null;
}

/** Above all others of the same line. */
export function withLitLine(
  marks: readonly LineMark[],
  lit: Pick<LitMoment, 'line'> | null,
): readonly LineMark[] {
  if (!lit?.line) return marks;
  const { line } = lit;
  return [...marks.filter((mark) => mark.line !== line), { line, state: 'highlighted' }];
}

/**
 * Lights it in a picture from the build, which nothing renders anew.
 *
 * @returns what puts the light out.
 */
export function lightPicture(timeline: HTMLElement, { at, row }: LitMoment): () => void {
  const tracks = timeline.querySelector('.ls-timeline-tracks');
  const labels = timeline.querySelectorAll<HTMLElement>('.ls-timeline-labels li');
  const label = row === null ? undefined : labels[row];
  const lights: HTMLElement[] = [];
  const add = (name: string, style: Partial<CSSStyleDeclaration>) => {
    const light = document.createElement('span');
    light.className = name;
    Object.assign(light.style, style);
    lights.push(light);
  };
  if (label) {
    const { offsetTop, offsetHeight } = label;
    label.dataset['lit'] = '';
    revealRow(timeline.querySelector('.ls-timeline'), label);
    add('rv-lit-row', { top: `${offsetTop}px`, height: `${offsetHeight}px` });
  }
  if (at !== null) add('rv-lit', { left: `${at * 100}%` });
  tracks?.append(...lights);
  return () => {
    delete label?.dataset['lit'];
    for (const light of lights) light.remove();
  };
}

/** The axis lies over the last rows; its own number stands with what draws it, and is loaded later. */
const AXIS_PX = 28;

/** Scrolls a picture that is higher than its place to a row, and nothing else. */
export function revealRow(scroller: Element | null, row: Element | null): void {
  if (!scroller || !row || scroller.scrollHeight <= scroller.clientHeight) return;
  const box = scroller.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  const over = bottom + AXIS_PX - box.bottom;
  if (over > 0) scroller.scrollTop += over;
  else if (top < box.top) scroller.scrollTop -= box.top - top;
}
