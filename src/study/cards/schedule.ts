/**
 * When a card is to be seen again: FSRS, by `ts-fsrs`, with its own parameters and no fuzz, so that
 * the same answers at the same times give the same schedule on every machine.
 */
import {
  type Card,
  createEmptyCard,
  type Grade as FsrsGrade,
  fsrs,
  Rating,
  type State,
} from 'ts-fsrs';

export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

/** A card's memory state. Plain data; times in milliseconds since 1970. */
export interface Schedule {
  readonly state: 'new' | 'learning' | 'review' | 'relearning';
  readonly dueMs: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningStep: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastReviewMs: number | null;
}

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: true });

const RATINGS: Record<Grade, FsrsGrade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

const STATES = ['new', 'learning', 'review', 'relearning'] as const;

/** A card that has never been answered. */
export function newSchedule(): Schedule {
  return fromFsrs(createEmptyCard(new Date(0)));
}

export function graded(schedule: Schedule, grade: Grade, nowMs: number): Schedule {
  return fromFsrs(scheduler.next(toFsrs(schedule), new Date(nowMs), RATINGS[grade]).card);
}

/** For each answer, how long until the card would be seen again, in milliseconds. */
export function nextIntervals(schedule: Schedule, nowMs: number): Record<Grade, number> {
  const preview = scheduler.repeat(toFsrs(schedule), new Date(nowMs));
  const until = (grade: Grade) => preview[RATINGS[grade]].card.due.getTime() - nowMs;
  return { again: until('again'), hard: until('hard'), good: until('good'), easy: until('easy') };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `600_000` gives `"10 min"`, three days `"3 d"`, two months `"2.0 mo"`. */
export function intervalText(ms: number): string {
  if (ms < HOUR_MS) return `${Math.max(1, Math.round(ms / MINUTE_MS))} min`;
  if (ms < DAY_MS) return `${Math.round(ms / HOUR_MS)} h`;
  const days = Math.round(ms / DAY_MS);
  if (days < 31) return `${days} d`;
  return days < 365 ? `${(days / 30.4).toFixed(1)} mo` : `${(days / 365.25).toFixed(1)} y`;
}

/** For a sentence: `600_000` gives `"10 minutes"`, a day `"1 day"`, two months `"2 months"`. */
export function intervalPhrase(ms: number): string {
  const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (ms < HOUR_MS) return some(Math.max(1, Math.round(ms / MINUTE_MS)), 'minute');
  if (ms < DAY_MS) return some(Math.round(ms / HOUR_MS), 'hour');
  const days = Math.round(ms / DAY_MS);
  if (days < 31) return some(days, 'day');
  return days < 365
    ? some(Math.round(days / 30.4), 'month')
    : some(Math.round(days / 365.25), 'year');
}

function toFsrs(schedule: Schedule): Card {
  return {
    due: new Date(schedule.dueMs),
    stability: schedule.stability,
    difficulty: schedule.difficulty,
    elapsed_days: 0,
    scheduled_days: schedule.scheduledDays,
    learning_steps: schedule.learningStep,
    reps: schedule.reps,
    lapses: schedule.lapses,
    state: STATES.indexOf(schedule.state) as State,
    ...(schedule.lastReviewMs === null ? {} : { last_review: new Date(schedule.lastReviewMs) }),
  };
}

function fromFsrs(card: Card): Schedule {
  return {
    state: STATES[card.state] ?? 'new',
    dueMs: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningStep: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    lastReviewMs: card.last_review?.getTime() ?? null,
  };
}
