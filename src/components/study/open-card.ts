/**
 * Opens what hides the card that the address names: a search's find lies in a closed deck, and not
 * every browser opens it by itself.
 */
export function openNamedCard(): void {
  const open = () => {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const deck = card?.closest('details');
    if (!card || !deck) return;
    deck.open = true;
    card.scrollIntoView();
  };
  addEventListener('hashchange', open);
  open();
}
