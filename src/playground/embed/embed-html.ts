export type EmbedTheme = 'auto' | 'light' | 'dark';

export interface EmbedHtmlOptions {
  /** Of the embed page, with the program in its fragment. */
  readonly url: string;
  readonly name: string;
  readonly theme: EmbedTheme;
  /** How many lines the program has: the frame is made high enough for them. */
  readonly lines: number;
}

const LINE_PX = 22;
/** The bar, and some lines of output and timeline. */
const REST_PX = 260;
const MOST_PX = 900;

/** What another site puts into a page of its own to show a program there. */
export function embedHtml({ url, name, theme, lines }: EmbedHtmlOptions): string {
  const address = new URL(url);
  if (theme !== 'auto') address.searchParams.set('theme', theme);
  const height = Math.min(MOST_PX, REST_PX + lines * LINE_PX);
  return `<iframe src="${escapeHtml(address.href)}" title="${escapeHtml(`${name} in Loopscope`)}" width="100%" height="${height}" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
