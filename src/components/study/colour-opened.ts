/** Highlights the programs of a deck when the deck is first opened: all decks' would be the most of the page. */
export function colourOpened(): void {
  for (const deck of document.querySelectorAll<HTMLDetailsElement>('.study-all details')) {
    deck.addEventListener('toggle', () => colour(deck), { once: true });
    if (deck.open) colour(deck);
  }
}

async function colour(deck: HTMLElement): Promise<void> {
  const { highlightPython } = await import('../../editor/highlight-python.ts');
  for (const code of deck.querySelectorAll('.study-code code')) {
    code.innerHTML = await highlightPython(code.textContent);
  }
}
