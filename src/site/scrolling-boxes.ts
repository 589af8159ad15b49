const BOXES = 'main table, main figure > pre, main .ls-timeline';

/** Lets the keyboard reach tables, drawings and pictures where they are larger than their place. */
export function watchScrollingBoxes(root: ParentNode): void {
  const boxes = [...root.querySelectorAll(BOXES)];
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target);
  });
  for (const box of boxes) sizes.observe(box);
  // What is far from the screen is not laid out before it is asked for.
  const markAll = () => boxes.forEach(mark);
  if ('requestIdleCallback' in window) requestIdleCallback(markAll);
  else setTimeout(markAll);
}

function mark(box: Element): void {
  if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) {
    box.setAttribute('tabindex', '0');
  } else {
    box.removeAttribute('tabindex');
  }
}
