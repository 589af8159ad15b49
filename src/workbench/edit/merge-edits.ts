/** One snippet, edited in two windows. Pure: no text that was typed is lost. */
import type { KeptEdits } from './edits.ts';

export interface MergingEdits {
  readonly own: KeptEdits;
  /** The edits as this window last read or wrote them. */
  readonly base: KeptEdits;
  /** The edits as they are kept by now. */
  readonly kept: KeptEdits;
  /** The reader has typed in this window: its text stays in sight. */
  readonly holds: boolean;
}

/** More are kept of no snippet; the oldest goes. */
const MOST_OTHERS = 20;

export function mergeEdits({ own, base, kept, holds }: MergingEdits): KeptEdits {
  const isTaken = !holds && own.current === base.current;
  const current = isTaken ? kept.current : own.current;
  const isNew = kept.current !== base.current && kept.current !== null;
  const others = new Set([
    // What one window has discarded is gone from the other.
    ...own.others.filter((text) => kept.others.includes(text) || !base.others.includes(text)),
    ...kept.others.filter((text) => !base.others.includes(text)),
    ...(isNew ? [kept.current] : []),
  ]);
  others.delete(current ?? '');
  return {
    current,
    older: own.older === base.older ? kept.older : own.older,
    others: [...others].slice(-MOST_OTHERS),
  };
}
