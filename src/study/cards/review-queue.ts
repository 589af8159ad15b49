/** Which card comes next, and how many there are. Pure: the page brings the clock. */
import type { Agenda } from './agenda.ts';
import { type CardRecord, newRecord } from './card-history.ts';
import { dayStart } from './study-day.ts';

export interface StudySettings {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

export const DEFAULT_SETTINGS: StudySettings = { newPerDay: 10, reviewsPerDay: 100 };

export interface DeckCounts {
  /** To be seen again now, within today's limit. */
  readonly due: number;
  /** Never seen, within today's limit. */
  readonly fresh: number;
  /** Past their first steps. */
  readonly learned: number;
  readonly suspended: number;
  readonly total: number;
}

export type Records = ReadonlyMap<string, CardRecord>;

/** Steps of minutes that come up soon are taken at once when nothing else is left. */
const LEARN_AHEAD_MS = 20 * 60_000;

export interface QueueOptions {
  /** Ids, in the order in which new ones are introduced. */
  readonly cards: readonly string[];
  /** Of every card ever seen: the limits are for all decks together. */
  readonly records: Records;
  readonly settings: StudySettings;
  readonly nowMs: number;
}

export function deckCounts(options: QueueOptions): DeckCounts {
  const { steps, reviews, fresh } = partsOf(options);
  const all = options.cards.map((card) => options.records.get(card) ?? newRecord(card));
  return {
    due: steps.filter(({ schedule }) => schedule.dueMs <= options.nowMs).length + reviews.length,
    fresh: fresh.length,
    learned: all.filter(({ schedule }) => ['review', 'relearning'].includes(schedule.state)).length,
    suspended: all.filter(({ suspended }) => suspended).length,
    total: all.length,
  };
}

/** Null once there is nothing more to do for now. */
export function nextCard(options: QueueOptions): string | null {
  const { steps, reviews, fresh } = partsOf(options);
  const [step] = steps;
  const now = step && step.schedule.dueMs <= options.nowMs ? step : undefined;
  return (now ?? reviews[0] ?? fresh[0] ?? step)?.card ?? null;
}

/** When a card first comes up again after now; null where none is waiting. */
export function nextDueMs({ cards, records, nowMs }: QueueOptions): number | null {
  const times = cards
    .flatMap((card) => records.get(card) ?? [])
    .filter(({ suspended, introducedMs }) => !suspended && introducedMs !== null)
    .map(dueFromMs)
    .filter((atMs) => atMs > nowMs);
  return times.length === 0 ? null : Math.min(...times);
}

/** Steps of minutes are due to the minute; longer intervals from the morning of their day. */
export function dueFromMs({ schedule }: CardRecord): number {
  return schedule.state === 'review' ? dayStart(schedule.dueMs) : schedule.dueMs;
}

/** When what has been begun comes up, whatever its deck. */
export function agendaOf({ records, settings, nowMs }: Omit<QueueOptions, 'cards'>): Agenda {
  const able = [...records.values()].filter(({ suspended }) => !suspended);
  return {
    steps: able.filter(isStep).map(dueFromMs),
    reviews: able.filter(({ schedule }) => schedule.state === 'review').map(dueFromMs),
    reviewsPerDay: settings.reviewsPerDay,
    reviewed: reviewedToday(records, nowMs),
    dayMs: dayStart(nowMs),
  };
}

function isStep({ schedule }: CardRecord): boolean {
  return schedule.state === 'learning' || schedule.state === 'relearning';
}

/** How many were repeated today; a card that was new today counts against the other limit. */
function reviewedToday(records: Records, nowMs: number): number {
  const today = dayStart(nowMs);
  return [...records.values()].filter(
    ({ introducedMs, schedule }) =>
      introducedMs !== null && introducedMs < today && (schedule.lastReviewMs ?? -1) >= today,
  ).length;
}

function partsOf({ cards, records, settings, nowMs }: QueueOptions) {
  const today = dayStart(nowMs);
  const introduced = [...records.values()].filter(
    ({ introducedMs }) => (introducedMs ?? -1) >= today,
  ).length;
  const left = (limit: number, used: number) => Math.max(0, limit - used);

  const able = cards
    .map((card) => records.get(card) ?? newRecord(card))
    .filter(({ suspended }) => !suspended);
  const steps = able.filter(
    (record) => isStep(record) && record.schedule.dueMs <= nowMs + LEARN_AHEAD_MS,
  );
  const reviews = able.filter(
    (record) => record.schedule.state === 'review' && dueFromMs(record) <= nowMs,
  );
  return {
    steps: steps.toSorted(byDue),
    reviews: reviews
      .toSorted(byDue)
      .slice(0, left(settings.reviewsPerDay, reviewedToday(records, nowMs))),
    fresh: able
      .filter(({ schedule }) => schedule.state === 'new')
      .slice(0, left(settings.newPerDay, introduced)),
  };
}

function byDue(a: CardRecord, b: CardRecord): number {
  return a.schedule.dueMs - b.schedule.dueMs;
}
