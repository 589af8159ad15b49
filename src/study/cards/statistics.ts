/** What a reader's log says of the past, and its schedules of the days to come. */
import { type CardRecord, type LogEntry, logsByCard, reviewsOf } from './card-history.ts';
import { dueFromMs } from './review-queue.ts';
import { dayStart, daysBetween } from './study-day.ts';

export interface Statistics {
  /** Of answers to cards that had been learned, the share that was remembered; null where none. */
  readonly retention: number | null;
  /** How many answers that share is of. */
  readonly retentionOf: number;
  readonly reviews: number;
  /** Days of study in a row, up to today or yesterday, with at least one answer. */
  readonly streakDays: number;
  readonly byDay: readonly DayCount[];
  /** Cards that come up, today first; those overdue count for today. */
  readonly forecast: readonly DayCount[];
}

export interface DayCount {
  readonly startMs: number;
  readonly count: number;
}

export interface StatisticsOptions {
  readonly log: readonly LogEntry[];
  readonly records: readonly CardRecord[];
  readonly nowMs: number;
  readonly daysBack: number;
  readonly daysAhead: number;
}

export function statisticsOf(options: StatisticsOptions): Statistics {
  const { log, records, nowMs, daysBack, daysAhead } = options;
  const reviews = [...logsByCard(log)].flatMap(([card, entries]) => reviewsOf(card, entries));
  const mature = reviews.filter(({ before }) => before.state === 'review');
  const remembered = mature.filter(({ grade }) => grade !== 'again').length;
  const daysAgo = reviews.map(({ atMs }) => daysBetween(atMs, nowMs));
  const daysOn = records
    .filter(({ suspended, introducedMs }) => !suspended && introducedMs !== null)
    .map((record) => Math.max(0, daysBetween(nowMs, dueFromMs(record))));
  return {
    retention: mature.length === 0 ? null : remembered / mature.length,
    retentionOf: mature.length,
    reviews: reviews.length,
    streakDays: streak(new Set(daysAgo)),
    byDay: counts(
      daysBack,
      (at) => at - daysBack + 1,
      nowMs,
      daysAgo.map((days) => -days),
    ),
    forecast: counts(daysAhead, (at) => at, nowMs, daysOn),
  };
}

function counts(
  length: number,
  dayAt: (at: number) => number,
  nowMs: number,
  days: readonly number[],
): DayCount[] {
  return Array.from({ length }, (_, at) => ({
    startMs: dayStart(nowMs, dayAt(at)),
    count: days.filter((day) => day === dayAt(at)).length,
  }));
}

function streak(daysAgo: ReadonlySet<number>): number {
  const from = daysAgo.has(0) ? 0 : 1;
  let days = 0;
  while (daysAgo.has(from + days)) days += 1;
  return days;
}
