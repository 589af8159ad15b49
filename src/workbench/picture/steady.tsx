import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** As high as it has ever been: what stands below must not jump while time passes. */
export function Steady({ children }: { readonly children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const highest = useRef({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { clientWidth: width } = element;
    if (width !== highest.current.width) highest.current = { width, height: 0 };
    const content = element.firstElementChild;
    const height = Math.max(highest.current.height, content?.clientHeight ?? 0);
    highest.current = { width, height };
    element.style.minHeight = `${height}px`;
  });
  return <div ref={box}>{children}</div>;
}
