import { useState } from 'preact/hooks';

export interface Highlighted {
  readonly text: string;
  readonly html: string;
}

/** The reader's version of a listing as HTML. Shiki is loaded for it only if there is one. */
export function useHighlighted(): [Highlighted | null, (text: string) => Promise<void>] {
  const [highlighted, setHighlighted] = useState<Highlighted | null>(null);
  const highlight = async (text: string) => {
    try {
      const { highlightPython } = await import('../../editor/highlight-python.ts');
      setHighlighted({ text, html: await highlightPython(text) });
    } catch {
      // Without Shiki, as on a broken connection, the listing stays plain.
    }
  };
  return [highlighted, highlight];
}
