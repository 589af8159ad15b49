/**
 * What a page has only one of: a live editor, and a program that runs. Whoever takes a turn ends
 * the turn of the one before; phones kill tabs with more than one Python in them.
 */
export type Turn = 'editor' | 'run';

const holders = new Map<Turn, () => void>();

/** @param end is called when another takes the turn. */
export function takeTurn(turn: Turn, end: () => void): void {
  const former = holders.get(turn);
  holders.set(turn, end);
  if (former !== end) former?.();
}

export function leaveTurn(turn: Turn, end: () => void): void {
  if (holders.get(turn) === end) holders.delete(turn);
}
