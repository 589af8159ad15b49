import { MOMENT_EVENT, type MomentLink } from './moment-link.ts';

/** Below this width there is no room beside the text. */
const BESIDE = '(min-width: 68.75rem)';

/**
 * Makes the moments of a page's text speak to their snippets. Small, because every page that has
 * one loads it; what docks a picture beside the text comes once such a text is near.
 */
export function startMoments(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('a.ls-moment');
  for (const link of links) {
    const say = (what: 'point' | 'leave' | 'choose') => tell(link, what);
    link.addEventListener(
      'pointerenter',
      ({ pointerType }) => pointerType !== 'touch' && say('point'),
    );
    link.addEventListener('pointerleave', () => link.matches(':focus-visible') || say('leave'));
    link.addEventListener('focus', () => say('point'));
    link.addEventListener('blur', () => say('leave'));
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !say('choose')) return;
      event.preventDefault();
    });
  }
  if (!matchMedia(BESIDE).matches) return;
  const near = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    import('./dock-picture.ts').then(({ dockPictures }) => dockPictures(links));
  });
  for (const link of links) near.observe(link);
}

/** @returns whether there is such a snippet in the page. */
function tell(link: HTMLAnchorElement, what: 'point' | 'leave' | 'choose'): boolean {
  const figure = document.getElementById(link.hash.slice(1));
  const moment = JSON.parse(link.dataset['moment'] ?? 'null') as MomentLink;
  if (!figure) return false;
  if (what === 'choose') {
    // A snippet far away is not awake yet: it looks here once it is.
    figure.dataset['asked'] = link.dataset['moment'];
    if (figure.querySelector('astro-island[ssr]')) return false;
  }
  figure.dispatchEvent(new CustomEvent(MOMENT_EVENT, { detail: { what, moment } }));
  return true;
}
