import type { ComponentChildren } from 'preact';

/** One compartment of the inspector. Its title is no heading, because the levels of headings differ from page to page. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="rv-part" aria-label={title}>
      <p class="rv-part-title">{title}</p>
      {children}
    </section>
  );
}
