import { greatest } from '../../analysis/extremes.ts';

/** How many columns a program takes. */
export function longestLine(source: string): number {
  return greatest(source.split('\n').map((line) => line.length));
}
