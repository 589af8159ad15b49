/**
 * What a reader did with a card, as a log to which entries are only ever added. A card's state is
 * what comes out when its log is gone through, so two tabs, an undo and an import cannot disagree.
 */
import { type Grade, graded, newSchedule, type Schedule } from './schedule.ts';

interface Entry {
  /** Unique everywhere. */
  readonly id: string;
  /** `chapter/name`. */
  readonly card: string;
  readonly atMs: number;
}

export type LogEntry =
  | (Entry & { readonly kind: 'review'; readonly grade: Grade })
  /** Takes back an earlier entry, as if it had never been made. */
  | (Entry & { readonly kind: 'undo'; readonly of: string })
  | (Entry & { readonly kind: 'suspend' | 'resume' | 'reset' });

/**
 * The year 200,000: whatever a wrong clock says, what follows from an entry of that time is still a
 * date.
 */
export const LATEST_MS = 200_000 * 365.25 * 86_400_000;

export const ENTRY_KINDS = ['review', 'undo', 'suspend', 'resume', 'reset'] as const;

/** Where a card stands. */
export interface CardRecord {
  readonly card: string;
  readonly schedule: Schedule;
  /** When it was first answered; null for a new card. */
  readonly introducedMs: number | null;
  readonly suspended: boolean;
  /** Forgotten so often that it should be learned in another way. */
  readonly leech: boolean;
}

export interface Review {
  readonly card: string;
  readonly atMs: number;
  readonly grade: Grade;
  /** Of the card before this answer. */
  readonly before: Schedule;
}

const LEECH_LAPSES = 6;

export function newRecord(card: string): CardRecord {
  return { card, schedule: newSchedule(), introducedMs: null, suspended: false, leech: false };
}

/** @param entries of one card, in any order. */
export function recordOf(card: string, entries: readonly LogEntry[]): CardRecord {
  return replay(card, entries).record;
}

/** The answers that count: not those taken back, nor those before a reset. */
export function reviewsOf(card: string, entries: readonly LogEntry[]): readonly Review[] {
  return replay(card, entries).reviews;
}

function replay(card: string, entries: readonly LogEntry[]) {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.of] : [])));
  let record = newRecord(card);
  let reviews: Review[] = [];
  for (const entry of inOrder(entries)) {
    if (undone.has(entry.id)) continue;
    if (entry.kind === 'review') {
      reviews.push({ card, atMs: entry.atMs, grade: entry.grade, before: record.schedule });
    } else if (entry.kind === 'reset') reviews = [];
    record = after(record, entry);
  }
  return { record, reviews };
}

function after(record: CardRecord, entry: LogEntry): CardRecord {
  switch (entry.kind) {
    case 'review': {
      const schedule = graded(record.schedule, entry.grade, entry.atMs);
      const introducedMs = record.introducedMs ?? entry.atMs;
      return { ...record, schedule, introducedMs, leech: schedule.lapses >= LEECH_LAPSES };
    }
    case 'suspend':
      return { ...record, suspended: true };
    case 'resume':
      return { ...record, suspended: false };
    case 'reset':
      return newRecord(record.card);
    case 'undo':
      return record;
  }
}

/** By time; the id decides between two tabs that answered in the same millisecond. */
function inOrder(entries: readonly LogEntry[]): LogEntry[] {
  return entries.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

/** The log of each card. */
export function logsByCard(entries: readonly LogEntry[]): ReadonlyMap<string, LogEntry[]> {
  return Map.groupBy(entries, ({ card }) => card);
}
