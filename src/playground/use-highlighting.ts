import { useEffect, useState } from 'preact/hooks';

/** Python as HTML, escaped and coloured; null until Shiki is there, or where it cannot be had. */
export function useHighlighting(code: string): string | null {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    import('../editor/highlight-python.ts')
      .then(({ highlightPython }) => highlightPython(code))
      .then(
        (highlighted) => current && setHtml(highlighted),
        () => {},
      );
    return () => {
      current = false;
    };
  }, [code]);
  return html;
}
