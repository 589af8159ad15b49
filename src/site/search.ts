import { pagePath } from '../ui/page-path.ts';

/** What we use of Pagefind's browser API. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  /** Null where another search was begun meanwhile. */
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<FoundPage> }[] } | null>;
}

export interface FoundPage {
  readonly url: string;
  readonly meta: { readonly title?: string };
  /** HTML of Pagefind's making: escaped text of our own pages, with `<mark>` round the matches. */
  readonly excerpt: string;
  /** By heading, as they follow in the page. */
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
    readonly weighted_locations: readonly { readonly balanced_score: number }[];
  }[];
}

export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  /** A heading inside the page above it in the list. */
  readonly part: boolean;
}

const MOST_PAGES = 6;
const MOST_PARTS = 3;

/**
 * A page, then the headings under which it matches best; the page's own excerpt only if it has none.
 * A page of many small parts, such as that of the cards, matches under most of them.
 */
export function hitsIn(page: FoundPage): Hit[] {
  const title = page.meta.title ?? page.url;
  const parts = page.sub_results
    .filter(({ url }) => url.includes('#') && !url.endsWith('#_top'))
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .slice(0, MOST_PARTS)
    .map(({ title, url, excerpt }) => ({ title, url, excerpt, part: true }));
  const excerpt = parts.length > 0 ? '' : page.excerpt;
  return [{ url: page.url, title, excerpt, part: false }, ...parts];
}

function scoreOf({ weighted_locations }: FoundPage['sub_results'][number]): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}

/** What is said of a search's outcome; nothing as long as nothing is searched for. */
export function statusText(term: string, pages: number): string {
  if (term.trim() === '') return '';
  if (pages === 0) return `Nothing found for “${term.trim()}”.`;
  return pages === 1 ? 'Found on one page' : `Found on ${pages} pages`;
}

/** Brings the markup of `Search.astro` to life. */
export function startSearch(root: HTMLElement): void {
  const open = root.querySelector<HTMLButtonElement>('button.open');
  const dialog = root.querySelector('dialog');
  const input = root.querySelector('input');
  const status = root.querySelector('.status');
  const list = root.querySelector('ol');
  if (!open || !dialog || !input || !status || !list) return;

  let engine: Promise<Pagefind> | null = null;
  const pagefind = () => {
    engine ??= loadPagefind();
    return engine;
  };
  const show = () => {
    if (dialog.open) return;
    // Fetched while the reader types; `search` tells of a failure.
    pagefind().catch(() => undefined);
    dialog.showModal();
    input.select();
  };
  const search = async () => {
    const term = input.value;
    try {
      const found = await (await pagefind()).debouncedSearch(term);
      if (!found || input.value !== term) return;
      const pages = await Promise.all(
        found.results.slice(0, MOST_PAGES).map((result) => result.data()),
      );
      if (input.value !== term) return;
      list.replaceChildren(...pages.flatMap(hitsIn).map(hitElement));
      status.textContent = statusText(term, found.results.length);
    } catch {
      engine = null;
      status.textContent = 'The search index could not be loaded. Try again when you are online.';
    }
  };

  open.disabled = false;
  open.addEventListener('click', show);
  input.addEventListener('input', search);
  dialog.addEventListener('click', ({ target }) => {
    const chosen = target instanceof Element && target.closest('a');
    if (chosen || target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // Some browsers let the first Escape only empty the field.
    if (event.key === 'Escape') dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const stops: (Element | null)[] = [input, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    const next = stops[Math.min(stops.length - 1, Math.max(0, at + step))];
    if (next instanceof HTMLElement) next.focus();
  });
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    if (event.submitter) return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  // Before an editor takes it for the first of two keys.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (dialog.open) dialog.close();
      else show();
    },
    { capture: true },
  );
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (document.querySelector('dialog[open]') || isTyping(target)) return;
    event.preventDefault();
    show();
  });
  nameShortcut(open);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="range"]), textarea, select, [contenteditable], [role="textbox"]',
    ) !== null
  );
}

async function loadPagefind(): Promise<Pagefind> {
  const baseUrl = pagePath('');
  // Made after the site is built, so there is nothing to bundle.
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${baseUrl}pagefind/pagefind.js`);
  await pagefind.options({ baseUrl });
  return pagefind;
}

function hitElement({ url, title, excerpt, part }: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  if (part) item.className = 'part';
  const heading = document.createElement('span');
  heading.className = 'title';
  heading.textContent = title;
  link.append(heading);
  if (excerpt !== '') {
    const text = document.createElement('span');
    text.className = 'excerpt';
    text.innerHTML = excerpt;
    link.append(text);
  }
  item.append(link);
  return item;
}

/** Apple's keyboards have another key for it. */
function nameShortcut(open: HTMLElement): void {
  if (!/Mac|iP(hone|ad|od)/.test(navigator.userAgent)) return;
  open.setAttribute('aria-keyshortcuts', 'Meta+K');
  open.querySelector('.keys')?.setAttribute('data-keys', '⌘ K');
}
