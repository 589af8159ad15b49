/** The least and the greatest of numbers, of which there may be more than a call takes arguments. */

/** `Infinity` where there are none. */
export function least(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < least) least = number;
  return least;
}

/** `-Infinity` where there are none. */
export function greatest(numbers: Iterable<number>): number {
  let greatest = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > greatest) greatest = number;
  return greatest;
}
