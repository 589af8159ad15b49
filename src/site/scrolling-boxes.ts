/** Lets the keyboard reach tables and drawings where they are wider than their place. */
export function watchScrollingBoxes(root: ParentNode): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const box of root.querySelectorAll('main table, main figure > pre')) sizes.observe(box);
}
