/** Text with gaps: `"await runs {{a coroutine}}"`. */
export interface ClozePart {
  readonly text: string;
  /** Whether it is to be recalled. */
  readonly hidden: boolean;
}

/** `"a {{b}} c"` gives `a `, hidden `b`, ` c`; empty pieces are left out. */
export function clozeParts(text: string): ClozePart[] {
  return text
    .split(/\{\{(.+?)\}\}/s)
    .map((part, at) => ({ text: part, hidden: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
