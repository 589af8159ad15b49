/** The three lengths of a chapter's summary, the shortest first. */
export const LENGTHS = ['line', 'paragraph', 'depth'] as const;
export type Length = (typeof LENGTHS)[number];

const KEY = 'loopscope:summary-length';
const DEFAULT: Length = 'paragraph';

/** What was stored, if it is a length; else the paragraph. */
export function lengthFrom(stored: string | null): Length {
  return LENGTHS.find((length) => length === stored) ?? DEFAULT;
}

/** Where a key leads from a tab: to a neighbour (round the ends), to an end, or nowhere (null). */
export function lengthAfterKey(current: Length, key: string): Length | null {
  const at = LENGTHS.indexOf(current);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: LENGTHS.length - 1 }[key];
  return to === undefined ? null : (LENGTHS.at(to % LENGTHS.length) ?? null);
}

/** Turns the markup of `Summary.astro` into tabs, and shows the length that the reader last chose. */
export function startSummary(
  root: HTMLElement,
  storage: Pick<Storage, 'getItem' | 'setItem'> | null,
) {
  const list = root.querySelector<HTMLElement>('[role=tablist]');
  if (!list) return;

  const show = (chosen: Length) => {
    for (const tab of root.querySelectorAll<HTMLElement>('[role=tab]')) {
      const selected = tab.dataset['length'] === chosen;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    for (const panel of root.querySelectorAll<HTMLElement>('section[data-length]')) {
      panel.hidden = panel.dataset['length'] !== chosen;
    }
  };
  const choose = (chosen: Length) => {
    show(chosen);
    try {
      storage?.setItem(KEY, chosen);
    } catch {
      // Where storage is full the choice lasts for the page.
    }
  };

  for (const panel of root.querySelectorAll<HTMLElement>('section[data-length]')) {
    panel.setAttribute('role', 'tabpanel');
    panel.removeAttribute('aria-label');
    panel.setAttribute('aria-labelledby', `summary-tab-${panel.dataset['length']}`);
  }
  for (const tab of root.querySelectorAll<HTMLElement>('[role=tab]')) {
    const length = lengthFrom(tab.dataset['length'] ?? null);
    tab.setAttribute('aria-controls', `summary-${length}`);
    tab.addEventListener('click', () => choose(length));
    tab.addEventListener('keydown', (event) => {
      const next = lengthAfterKey(length, event.key);
      if (!next) return;
      event.preventDefault();
      choose(next);
      list.querySelector<HTMLElement>(`[data-length=${next}]`)?.focus();
    });
  }
  show(lengthFrom(storage?.getItem(KEY) ?? null));
  list.hidden = false;
  delete root.dataset['awaits'];
}
