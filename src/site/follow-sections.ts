/** Where a heading stands when a link leads to it, or a little lower. */
const SLACK_PX = 16;

/**
 * Marks, in the page's tables of contents, the section that is being read: that of the last heading
 * above the place to which links scroll. Costs one observed element for each heading, and nothing
 * while no heading passes.
 *
 * `[data-contents]` is a table of contents; `[data-current-section]` shows the section's title.
 */
export function followSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')];
  const ids = new Set(links.map(({ hash }) => decodeURIComponent(hash.slice(1))));
  const headings = [...ids].map((id) => document.getElementById(id)).filter((heading) => !!heading);
  const passed = new Set<Element>();

  const mark = () => {
    const current = headings.findLast((heading) => passed.has(heading)) ?? headings[0];
    if (!current) return;
    for (const link of links) {
      if (decodeURIComponent(link.hash.slice(1)) === current.id) link.ariaCurrent = 'true';
      else link.ariaCurrent = null;
    }
    const title = links.find((link) => link.ariaCurrent)?.textContent?.trim() ?? '';
    for (const element of document.querySelectorAll('[data-current-section]')) {
      element.textContent = title;
    }
  };

  // What lies below the line is seen, however far below, so that each heading is told of once as it
  // passes, and none is missed by a jump.
  let observer: IntersectionObserver | null = null;
  const observe = () => {
    observer?.disconnect();
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    const linePx = (Number.parseFloat(scrollPaddingTop) || 0) + SLACK_PX;
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, boundingClientRect } of entries) {
          // The glossary's filter hides headings.
          const shown = boundingClientRect.height > 0;
          if (shown && intersectionRatio < 1) passed.add(target);
          else passed.delete(target);
        }
        mark();
      },
      { rootMargin: `-${linePx}px 0px 10000000px 0px`, threshold: 1 },
    );
    for (const heading of headings) observer.observe(heading);
  };
  observe();
  // The bar with the contents comes and goes with the window's width.
  addEventListener('resize', observe);
}
