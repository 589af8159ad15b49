/** How a demand was met, and the words that all demands share. */
import { formatSeconds } from '../analysis/transcript.ts';

export interface CheckVerdict {
  readonly passed: boolean;
  /** What was seen, without a full stop: `` "two `download` tasks overlapped at 1.000; the limit is 1" ``. */
  readonly message: string;
  /** When it was seen; null where there is nothing to point at. */
  readonly atNs: number | null;
}

export function passed(message: string, atNs: number | null = null): CheckVerdict {
  return { passed: true, message, atNs };
}

export function failed(message: string, atNs: number | null = null): CheckVerdict {
  return { passed: false, message, atNs };
}

export const NS_PER_SECOND = 1e9;

/** `3` gives `"3.000"`. */
export function limitText(seconds: number): string {
  return formatSeconds(seconds * NS_PER_SECOND);
}
