import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { type LogEntry, recordOf, reviewsOf } from './card-history.ts';
import type { Grade } from './schedule.ts';

const CARD = 'coroutines/awaits';
const T0 = Date.UTC(2026, 0, 5, 9);
const DAY = 86_400_000;

function review(id: string, atMs: number, grade: Grade): LogEntry {
  return { kind: 'review', id, card: CARD, atMs, grade };
}

const reviews = [
  review('a', T0, 'good'),
  review('b', T0 + 600_000, 'good'),
  review('c', T0 + 3 * DAY, 'again'),
  review('d', T0 + 4 * DAY, 'hard'),
];

test('a log gives the schedule that ts-fsrs gives', () => {
  const scheduler = fsrs({ enable_fuzz: false });
  let card = createEmptyCard(new Date(T0));
  for (const [atMs, grade] of [
    [T0, Rating.Good],
    [T0 + 600_000, Rating.Good],
    [T0 + 3 * DAY, Rating.Again],
    [T0 + 4 * DAY, Rating.Hard],
  ] as const) {
    card = scheduler.next(card, new Date(atMs), grade).card;
  }
  const { schedule } = recordOf(CARD, reviews);
  expect(schedule.dueMs).toBe(card.due.getTime());
  expect(schedule.stability).toBe(card.stability);
  expect(schedule.lapses).toBe(1);
});

test('what is taken back was never there, in whatever order the entries come', () => {
  const undo: LogEntry = { kind: 'undo', id: 'e', card: CARD, atMs: T0 + 5 * DAY, of: 'd' };
  expect(recordOf(CARD, [undo, ...reviews.toReversed()])).toEqual(
    recordOf(CARD, reviews.slice(0, 3)),
  );
});

test('a reset makes the card new, and its answers no longer count', () => {
  const reset: LogEntry = { kind: 'reset', id: 'r', card: CARD, atMs: T0 + 5 * DAY };
  const log = [...reviews, reset];
  expect(recordOf(CARD, log)).toEqual(recordOf(CARD, []));
  expect(reviewsOf(CARD, log)).toEqual([]);
});

test('a card that is forgotten six times is a leech', () => {
  const log = [review('0', T0, 'easy')];
  for (let at = 1; at <= 6; at += 1) {
    expect(recordOf(CARD, log).leech).toBe(false);
    log.push(review(`${at}`, T0 + at * 30 * DAY, 'again'));
    log.push(review(`${at}x`, T0 + at * 30 * DAY + 3_600_000, 'good'));
  }
  expect(recordOf(CARD, log).leech).toBe(true);
});

test('a suspended card keeps its schedule', () => {
  const suspend: LogEntry = { kind: 'suspend', id: 's', card: CARD, atMs: T0 + 5 * DAY };
  const record = recordOf(CARD, [...reviews, suspend]);
  expect(record.suspended).toBe(true);
  expect(record.schedule).toEqual(recordOf(CARD, reviews).schedule);
});
