/**
 * The first index below `length` from which on `isPast` holds; `length` if it holds nowhere. It must
 * hold at every index after one at which it does.
 *
 * `firstIndex(4, (index) => [1, 3, 5, 7][index] > 3)` gives `2`.
 */
export function firstIndex(length: number, isPast: (index: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
