import { BRIEF_NS } from '../analysis/stalls.ts';
import type { Trace } from '../trace/schema.ts';

/** Whether two times are one instant. By a real clock, nothing takes no time at all. */
export function areOneInstant({ clock }: Trace, aNs: number, bNs: number): boolean {
  return Math.abs(aNs - bNs) <= (clock === 'real' ? BRIEF_NS : 0);
}
