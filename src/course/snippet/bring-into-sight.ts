import { motionUnwelcome } from '../../ui/motion.ts';

/** Of a picture, about four lanes. */
const LEAST_SEEN_PX = 160;

/** On a narrow page the run stands beneath the code: its picture, or else what it prints, is to be seen. */
export function bringIntoSight(frame: HTMLElement | null): void {
  const run = frame?.querySelector('.run-side');
  const picture = run?.querySelector('.rv-timeline') ?? run;
  if (!run || !picture) return;
  scrollSide(run);
  const { top, height } = picture.getBoundingClientRect();
  if (top + Math.min(height, LEAST_SEEN_PX) > innerHeight) run.scrollIntoView({ block: 'start' });
}

/**
 * To the picture from the text, unless it is in sight or docked beside the text; the browser's Back
 * leads to where the reader was.
 */
export function visitPicture(frame: HTMLElement | null, address: string): void {
  const picture = frame?.querySelector('.rv-top') ?? frame?.querySelector('.run-side');
  if (!frame || !picture) return;
  if (!picture.matches('[data-docked]')) scrollSide(picture);
  if (isInSight(picture)) return;
  const fits = frame.offsetHeight < innerHeight - 120;
  history.pushState(history.state, '', address);
  (fits ? (frame.closest('figure') ?? frame) : picture).scrollIntoView({
    block: 'start',
    behavior: motionUnwelcome() ? 'instant' : 'smooth',
  });
}

/** Beside the code it may be beneath the answer to a question, and scrolls with it. */
function scrollSide(picture: Element): void {
  const side = picture.closest('.snippet-side');
  if (!side || side.scrollHeight <= side.clientHeight) return;
  side.scrollTop += picture.getBoundingClientRect().top - side.getBoundingClientRect().top;
}

function isInSight(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) > 0.7 * height;
}
