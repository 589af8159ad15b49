export type EmbedTheme = 'auto' | 'light' | 'dark';

export interface EmbedHtmlOptions {
  /** Of the embed page, with the program in its fragment. */
  readonly url: string;
  readonly name: string;
  readonly theme: EmbedTheme;
  /** How many lines the program has: the frame is made high enough for them. */
  readonly lines: number;
}

/** As the embed's style sheet has it. */
const LINE_PX = 17;
/** The bar, and what stands round the code. */
const REST_PX = 80;
/** So that the picture and what is printed have room beside a short program. */
const LEAST_PX = 420;
const MOST_PX = 900;

/** What another site puts into a page of its own to show a program there. */
export function embedHtml({ url, name, theme, lines }: EmbedHtmlOptions): string {
  const address = new URL(url);
  if (theme !== 'auto') address.searchParams.set('theme', theme);
  const height = Math.max(LEAST_PX, Math.min(MOST_PX, REST_PX + lines * LINE_PX));
  return `<iframe src="${escapeHtml(address.href)}" title="${escapeHtml(`${name} in Loopscope`)}" width="100%" height="${height}" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
