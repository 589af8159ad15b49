import { useEffect, useState } from 'preact/hooks';
import { copyText } from './hand-over.ts';

const SHOWN_FOR_MS = 1500;

export interface Copying<What extends string> {
  /** What has just been copied. */
  readonly copied: What | null;
  /** Resolves to what is said of it to those who cannot see the sign. */
  readonly copy: (what: What, text: string) => Promise<string>;
}

/** Copies, and remembers for a moment what it was, so that its button can say so. */
export function useCopied<What extends string>(): Copying<What> {
  const [copied, setCopied] = useState<What | null>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (what: What, text: string) => {
    const done = await copyText(text);
    setCopied(done ? what : null);
    return done ? 'Copied.' : 'The browser does not let this page copy.';
  };
  return { copied, copy };
}
