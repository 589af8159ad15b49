import { expect, test } from 'vitest';
import { type LogEntry, logsByCard, recordOf } from './card-history.ts';
import type { Grade } from './schedule.ts';
import { statisticsOf } from './statistics.ts';

/** The reader's own clock, in January 2026. */
const at = (day: number, hour = 9) => new Date(2026, 0, day, hour).getTime();

function statistics(nowMs: number, ...log: LogEntry[]) {
  const records = [...logsByCard(log)].map(([card, entries]) => recordOf(card, entries));
  return statisticsOf({ log, records, nowMs, daysBack: 5, daysAhead: 3 });
}

let ids = 0;
function review(card: string, atMs: number, grade: Grade): LogEntry {
  ids += 1;
  return { kind: 'review', id: String(ids), card, atMs, grade };
}

test('nothing is known of a reader who has answered nothing', () => {
  const { retention, reviews, streakDays, byDay } = statistics(at(5));
  expect({ retention, reviews, streakDays }).toEqual({
    retention: null,
    reviews: 0,
    streakDays: 0,
  });
  expect(byDay).toHaveLength(5);
});

test('retention is of learned cards alone, and hard is remembered', () => {
  const { retention, retentionOf, reviews } = statistics(
    at(25),
    ...['a', 'b', 'c'].map((card) => review(card, at(1), 'easy')),
    review('a', at(20), 'again'),
    review('b', at(20), 'hard'),
    review('c', at(20), 'good'),
  );
  expect(retention).toBeCloseTo(2 / 3);
  expect({ retentionOf, reviews }).toEqual({ retentionOf: 3, reviews: 6 });
});

test('an answer after midnight belongs to the evening before', () => {
  const { byDay } = statistics(
    at(5),
    review('a', at(4, 23), 'easy'),
    review('b', at(5, 2), 'easy'),
  );
  expect(byDay.map(({ count }) => count)).toEqual([0, 0, 0, 2, 0]);
  expect(byDay.at(-1)?.startMs).toBe(at(5, 4));
});

test('days in a row end yesterday or today, and break at a day without an answer', () => {
  const log = [1, 3, 4].map((day) => review(`c${day}`, at(day), 'easy'));
  expect(statistics(at(4), ...log).streakDays).toBe(2);
  expect(statistics(at(5), ...log).streakDays).toBe(2);
  expect(statistics(at(6), ...log).streakDays).toBe(0);
});

test('what is overdue comes up today; what is suspended or taken back, never', () => {
  const first = review('a', at(1), 'good');
  const taken = review('b', at(1), 'good');
  const { forecast, reviews } = statistics(
    at(20),
    first,
    taken,
    review('c', at(1), 'good'),
    { kind: 'suspend', id: 's', card: 'c', atMs: at(2) },
    { kind: 'undo', id: 'u', card: 'b', atMs: at(2), of: taken.id },
  );
  expect(forecast.map(({ count }) => count)).toEqual([1, 0, 0]);
  expect(reviews).toBe(2);
});
