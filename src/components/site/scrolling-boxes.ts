/**
 * Lets the keyboard reach what is wider than its place. Tables that scroll take the focus, those
 * that fit do not; listings that scroll, which Expressive Code makes regions of, get the name of
 * their snippet, or what else their place is called.
 */
export function watchScrollingBoxes(root: ParentNode & Node): void {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const table of root.querySelectorAll('main table')) sizes.observe(table);

  const roles = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (!(target instanceof HTMLPreElement) || target.role !== 'region') continue;
      const place = target.parentElement?.closest('[data-snippet], [aria-label]');
      const name = place?.getAttribute('data-snippet') ?? place?.getAttribute('aria-label');
      if (name) target.ariaLabel = `Listing: ${name}`;
    }
  });
  roles.observe(root, { subtree: true, attributeFilter: ['role'] });
}
