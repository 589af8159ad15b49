import type { Location } from '../trace/schema.ts';

/** The line of a location in the main file, the one that was run; null for none, or in another. */
export function mainLine(location: Location | null | undefined): number | null {
  return location?.file === 0 ? location.line : null;
}
