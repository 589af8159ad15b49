import { expect, test } from 'vitest';
import { type LogEntry, recordOf } from './card-history.ts';
import { DEFAULT_SETTINGS, deckCounts, nextCard, nextDueMs } from './review-queue.ts';
import type { Grade } from './schedule.ts';

/** Nine in the morning of the reader's own clock. */
const morning = (day: number, hour = 9) => new Date(2026, 0, day, hour).getTime();
const CARDS = ['c/1', 'c/2', 'c/3'];

function records(...answers: [card: string, atMs: number, grade: Grade][]) {
  const log = answers.map(
    ([card, atMs, grade], at): LogEntry => ({ kind: 'review', id: `${at}`, card, atMs, grade }),
  );
  return new Map(
    [...Map.groupBy(log, ({ card }) => card)].map(([card, its]) => [card, recordOf(card, its)]),
  );
}

const queue = (nowMs: number, known: ReturnType<typeof records>, newPerDay = 2) => ({
  cards: CARDS,
  records: known,
  settings: { ...DEFAULT_SETTINGS, newPerDay },
  nowMs,
});

test('new cards come in the order of the deck, and only so many a day', () => {
  expect(deckCounts(queue(morning(5), records()))).toMatchObject({ due: 0, fresh: 2, total: 3 });
  const first = records(['c/1', morning(5), 'easy']);
  expect(nextCard(queue(morning(5), first))).toBe('c/2');
  expect(deckCounts(queue(morning(5), first)).fresh).toBe(1);
  expect(deckCounts(queue(morning(6, 3), first)).fresh, 'still the same night').toBe(1);
  expect(deckCounts(queue(morning(6, 5), first)).fresh, 'the next morning').toBe(2);
});

test('a learned card comes up in the morning of its day, not 24 hours after', () => {
  const known = records(['c/1', morning(5, 21), 'easy']);
  const days = known.get('c/1')?.schedule.scheduledDays ?? 0;
  expect(days).toBeGreaterThan(1);
  expect(deckCounts(queue(morning(5 + days, 3), known)).due).toBe(0);
  expect(deckCounts(queue(morning(5 + days, 5), known)).due).toBe(1);
  expect(nextDueMs(queue(morning(6), known))).toBe(morning(5 + days, 4));
});

test('a step of minutes is taken early when nothing else is left, and not before', () => {
  const known = records(['c/1', morning(5), 'good']);
  expect(nextCard(queue(morning(5), known, 2))).toBe('c/2');
  expect(nextCard(queue(morning(5), known, 1))).toBe('c/1');
  expect(deckCounts(queue(morning(5), known, 1)).due).toBe(0);
});
