/** Whether a chapter has been read: not whether somebody came past its end, but stayed on the way. */
import type { ProgressStore } from './progress.ts';

/** A heading in view for so long was there to be read. */
const STAY_MS = 2_000;
/** Of a chapter's sections; who leaves out one or two has read it all the same. */
const ENOUGH = 0.75;

/** Reached here, a chapter is at its end: what follows are questions, and where to go next. */
const END_OF_CHAPTER = '#to-remember';

/** Calls `onRead` once most sections of the page were in view for a while, the last one among them. */
export function followReading(chapter: string, progress: ProgressStore, onRead: () => void): void {
  const end = document.querySelector(END_OF_CHAPTER);
  if (!end) return;
  const headings = [...document.querySelectorAll('main h2[id]')];
  const sections = headings.slice(0, headings.indexOf(end) + 1);
  const stays = new Map<Element, ReturnType<typeof setTimeout>>();
  const idOf = (section: Element) => `${chapter}/${section.id}`;

  const stayed = (section: Element) => {
    observer.unobserve(section);
    progress.mark('seen', idOf(section));
    const all = progress.all();
    const isSeen = (each: Element) => all[`seen/${idOf(each)}`] !== undefined;
    if (!isSeen(end) || sections.filter(isSeen).length < sections.length * ENOUGH) return;
    observer.disconnect();
    onRead();
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(stays.get(target));
      if (isIntersecting)
        stays.set(
          target,
          setTimeout(() => stayed(target), STAY_MS),
        );
    }
  });
  for (const section of sections) observer.observe(section);
}
