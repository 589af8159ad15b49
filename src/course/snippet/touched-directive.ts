/**
 * `client:touched`: an island comes alive where the reader is near it and has touched the page, by
 * pointer, key or scrolling. A page that is only looked at loads nothing for it, however much of it
 * the window shows. What is pressed in an island before it is alive is pressed again once it is.
 */
import type { ClientDirective } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** How near is near, as for an `IntersectionObserver`. */
    'client:touched'?: { readonly rootMargin: string };
  }
}

const TOUCHES = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'click'] as const;

/** One for all islands of a page. */
const firstTouch = new Promise<void>((resolve) => {
  const touched = () => {
    for (const kind of TOUCHES) removeEventListener(kind, touched, true);
    resolve();
  };
  for (const kind of TOUCHES) addEventListener(kind, touched, { capture: true, passive: true });
});

const comeAlive: ClientDirective = async (load, { value }, island) => {
  const pressAgain = keepPress(island);
  await firstTouch;
  await near(island, marginOf(value));
  const hydrate = await load();
  await hydrate();
  pressAgain();
};

export default comeAlive;

function marginOf(value: unknown): string {
  const known = value && typeof value === 'object' && 'rootMargin' in value;
  return known && typeof value.rootMargin === 'string' ? value.rootMargin : '0px';
}

function near(island: HTMLElement, rootMargin: string): Promise<void> {
  return new Promise((resolve) => {
    const sights = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        sights.disconnect();
        resolve();
      },
      { rootMargin },
    );
    // The island itself has no box.
    for (const child of island.children) sights.observe(child);
  });
}

/** Remembers the last thing that was pressed, but for links, which lead somewhere without help. */
function keepPress(island: HTMLElement): () => void {
  let last: MouseEvent | null = null;
  const keep = (event: MouseEvent) => {
    if (event.target instanceof Element && !event.target.closest('a')) last = event;
  };
  island.addEventListener('click', keep);
  return () => {
    island.removeEventListener('click', keep);
    if (!last) return;
    const { target, clientX, clientY } = last;
    // What came from the build as HTML may have been made anew.
    const kept = target instanceof Element && target.isConnected ? target : null;
    const again = kept ?? document.elementFromPoint(clientX, clientY);
    again?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, clientX, clientY }),
    );
  };
}
