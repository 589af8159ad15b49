import type { ComponentChildren } from 'preact';

/** What stands beneath a picture, and scrolls where there is little room. */
export function RunBelow({ children }: { readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it.
    <div class="rv-below" role="group" aria-label="Output" tabIndex={0}>
      {children}
    </div>
  );
}
