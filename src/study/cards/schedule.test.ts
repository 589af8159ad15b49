import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { graded, intervalPhrase, intervalText, newSchedule, nextIntervals } from './schedule.ts';

const T0 = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('what the buttons promise is what an answer gives, and what ts-fsrs says', () => {
  const schedule = graded(newSchedule(), 'easy', T0);
  const scheduler = fsrs({ enable_fuzz: false });
  const card = scheduler.next(createEmptyCard(new Date(T0)), new Date(T0), Rating.Easy).card;
  const nowMs = T0 + 9 * DAY;
  const promised = nextIntervals(schedule, nowMs);
  for (const [grade, rating] of [
    ['again', Rating.Again],
    ['hard', Rating.Hard],
    ['good', Rating.Good],
    ['easy', Rating.Easy],
  ] as const) {
    const dueMs = scheduler.next(card, new Date(nowMs), rating).card.due.getTime();
    expect(nowMs + promised[grade], grade).toBe(dueMs);
    expect(graded(schedule, grade, nowMs).dueMs, grade).toBe(dueMs);
  }
});

test.each([
  [0, '1 min', '1 minute'],
  [10 * MINUTE, '10 min', '10 minutes'],
  [HOUR, '1 h', '1 hour'],
  [DAY, '1 d', '1 day'],
  [4 * DAY, '4 d', '4 days'],
  [61 * DAY, '2.0 mo', '2 months'],
  [400 * DAY, '1.1 y', '1 year'],
])('%d ms are %s, or %s', (ms, short, long) => {
  expect([intervalText(ms), intervalPhrase(ms)]).toEqual([short, long]);
});
