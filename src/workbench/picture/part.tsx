import type { ComponentChildren } from 'preact';

/** One compartment of the inspector. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="rv-part" aria-label={title}>
      <h4>{title}</h4>
      {children}
    </section>
  );
}
