/**
 * The first place below `length` from which on `isPast` holds; `length` if it holds nowhere. It must
 * not hold again before a place at which it does.
 *
 * `firstPlace(4, (place) => [1, 3, 5, 7][place] > 3)` gives `2`.
 */
export function firstPlace(length: number, isPast: (place: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
