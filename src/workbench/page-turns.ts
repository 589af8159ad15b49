/**
 * What a page has only one of: a live editor, a program that runs, and a picture that plays. Whoever
 * takes a turn ends the turn of the one before; phones kill tabs with more than one Python in them.
 */
export type Turn = 'editor' | 'run' | 'play';

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

/** Ends the turn of whoever has it, and takes it for nobody. */
export function endTurn(turn: Turn): void {
  const former = holders.get(turn);
  holders.delete(turn);
  former?.();
}
