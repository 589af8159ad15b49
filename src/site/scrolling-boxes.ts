const BOXES = 'main table, main .ls-timeline, main pre:not(.snippet *)';

/** Lets the keyboard reach tables, drawings and pictures where they are larger than their place. */
export function watchScrollingBoxes(root: ParentNode): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target);
  });
  for (const box of root.querySelectorAll(BOXES)) sizes.observe(box);
}

function mark(box: Element): void {
  const height = Math.max(box.scrollHeight, pictureHeight(box));
  if (box.scrollWidth > box.clientWidth || height > box.clientHeight) {
    box.setAttribute('tabindex', '0');
  } else {
    box.removeAttribute('tabindex');
  }
}

/** A picture far from the screen is not laid out, and so seems to fit; but it says how high it is. */
function pictureHeight(box: Element): number {
  if (!(box instanceof HTMLElement)) return 0;
  return Number.parseFloat(box.style.getPropertyValue('--ls-timeline-height')) || 0;
}
