import type { Late } from '../simulator/schedule.ts';

/** A schedule as a file: what `simulate --schedule FILE` takes. */
export function scheduleText(late: readonly Late[]): string {
  return `${JSON.stringify({ late }, null, 2)}\n`;
}
