/** Highlights a deck's programs when it is first opened; those of all decks would be most of the page. */
export function colourOpened(): void {
  for (const deck of document.querySelectorAll<HTMLDetailsElement>('.study-all details')) {
    if (deck.open) colour(deck);
    else deck.addEventListener('toggle', () => colour(deck), { once: true });
  }
}

async function colour(deck: HTMLElement): Promise<void> {
  const highlighter = await import('../../editor/highlight-python.ts').catch(() => null);
  // It could not be fetched: the programs can be read all the same.
  if (!highlighter) return;
  for (const code of deck.querySelectorAll('.study-code code')) {
    code.innerHTML = await highlighter.highlightPython(code.textContent);
  }
}
