/**
 * Opens what hides the card that the address names: a search's find lies in a closed deck, and not
 * every browser opens it by itself.
 */
export function openNamedCard(): void {
  const open = () => {
    const card = namedElement(location.hash);
    const deck = card?.closest('details');
    if (!card || !deck) return;
    deck.open = true;
    card.scrollIntoView();
  };
  addEventListener('hashchange', open);
  open();
}

/** A link may have been cut in the middle of a character. */
function namedElement(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}
