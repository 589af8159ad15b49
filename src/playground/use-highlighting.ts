import { useEffect, useState } from 'preact/hooks';

/**
 * Python as HTML, escaped and coloured; null until Shiki is there, or where it cannot be had.
 *
 * @param known what has been made of it already.
 */
export function useHighlighting(code: string, known: string | null = null): string | null {
  const [html, setHtml] = useState<string | null>(known);
  useEffect(() => {
    if (known !== null) return;
    let current = true;
    highlighted(code).then((made) => current && setHtml(made));
    return () => {
      current = false;
    };
  }, [code]);
  return html;
}

/** Null where it cannot be had. */
export async function highlighted(code: string): Promise<string | null> {
  try {
    const { highlightPython } = await import('../editor/highlight-python.ts');
    return await highlightPython(code);
  } catch {
    return null;
  }
}
