/** What Python gives the bridge may be anything, if a program calls it. */
import { LONGEST_TEXT } from '../../trace/fields.ts';

/** @throws TypeError for what else a program may have called the bridge with. */
export function number(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new TypeError('expected a whole number');
}

/** Of what has been introduced. */
export function numberUpTo(value: unknown, most: number): number {
  if (number(value) >= 0 && number(value) <= most) return value as number;
  throw new TypeError('expected the number of something known');
}

/** As much of it as an event takes. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
  throw new TypeError('expected a text');
}

/** In nanoseconds. */
export function moment(value: unknown): number {
  if (number(value) >= 0) return value as number;
  throw new TypeError('expected a moment of the run');
}
