/**
 * When the reader's cards come up, small enough for every page to read it: the pages that teach
 * show how many are due, and need neither the cards nor the scheduler for that.
 */
import type { KeyValueStore } from '../../workbench/edit/edits.ts';
import { dayStart } from './study-day.ts';

/** All times in milliseconds since 1970. */
export interface Agenda {
  /** When each step of minutes comes up. */
  readonly steps: readonly number[];
  /** From when on each learned card comes up. */
  readonly reviews: readonly number[];
  readonly reviewsPerDay: number;
  /** How many learned cards were repeated on the day that begins at `dayMs`. */
  readonly reviewed: number;
  readonly dayMs: number;
}

const KEY = 'loopscope:agenda';

/** How many cards are due, as the page of flashcards counts them. */
export function dueNow(agenda: Agenda, nowMs: number): number {
  const up = (times: readonly number[]) => times.filter((atMs) => atMs <= nowMs).length;
  const used = dayStart(nowMs) === agenda.dayMs ? agenda.reviewed : 0;
  return up(agenda.steps) + Math.min(up(agenda.reviews), Math.max(0, agenda.reviewsPerDay - used));
}

/** A browser that keeps nothing shows nothing. */
export function keepAgenda(store: KeyValueStore | null, agenda: Agenda): void {
  try {
    store?.setItem(KEY, JSON.stringify(agenda));
  } catch {
    // Full, or forbidden meanwhile: the count is a courtesy.
  }
}

/** Null where none has been kept, or where what is kept is none. */
export function keptAgenda(store: KeyValueStore | null): Agenda | null {
  try {
    const data: unknown = JSON.parse(store?.getItem(KEY) ?? 'null');
    return isAgenda(data) ? data : null;
  } catch {
    return null;
  }
}

function isAgenda(data: unknown): data is Agenda {
  if (typeof data !== 'object' || data === null) return false;
  const { steps, reviews, reviewsPerDay, reviewed, dayMs } = data as Record<string, unknown>;
  return (
    [steps, reviews].every((times) => Array.isArray(times) && times.every(Number.isFinite)) &&
    [reviewsPerDay, reviewed, dayMs].every(Number.isFinite)
  );
}
