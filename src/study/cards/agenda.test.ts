import { expect, test } from 'vitest';
import { dueNow, keepAgenda, keptAgenda } from './agenda.ts';
import { type LogEntry, logsByCard, recordOf } from './card-history.ts';
import { agendaOf, deckCounts } from './review-queue.ts';
import { GRADES } from './schedule.ts';

const HOUR_MS = 3_600_000;
const START_MS = new Date(2026, 0, 5, 9).getTime();
const CARDS = Array.from({ length: 12 }, (_, at) => `c/${at}`);

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const log: LogEntry[] = CARDS.flatMap((card, at) => [
  { kind: 'review', id: `a${at}`, card, atMs: START_MS + at, grade: GRADES[at % 4] ?? 'good' },
  ...(at % 3 === 0 ? [{ kind: 'suspend', id: `s${at}`, card, atMs: START_MS + 99 } as const] : []),
]);

function recordsOf(entries: readonly LogEntry[]) {
  return new Map([...logsByCard(entries)].map(([card, its]) => [card, recordOf(card, its)]));
}

test('counts what is due as the decks do, hour by hour, until the next answer', () => {
  const settings = { newPerDay: 10, reviewsPerDay: 2 };
  const records = recordsOf(log);
  const agenda = agendaOf({ records, settings, nowMs: START_MS });
  const seen = new Set<number>();
  for (let hour = 0; hour < 24 * 20; hour += 1) {
    const nowMs = START_MS + hour * HOUR_MS;
    const { due } = deckCounts({ cards: CARDS, records, settings, nowMs });
    expect(dueNow(agenda, nowMs), `hour ${hour}`).toBe(due);
    seen.add(due);
  }
  expect(seen.size).toBeGreaterThan(2);
});

test('a repetition uses up the limit of its own day only', () => {
  const settings = { newPerDay: 10, reviewsPerDay: 2 };
  const known = recordsOf(log);
  const dueMs = Math.max(...[...known.values()].map(({ schedule }) => schedule.dueMs));
  const answer: LogEntry = { kind: 'review', id: 'b', card: 'c/7', atMs: dueMs, grade: 'good' };
  const records = recordsOf([...log, answer]);
  const agenda = agendaOf({ records, settings, nowMs: dueMs });
  expect(agenda.reviewed).toBe(1);
  for (const nowMs of [dueMs, dueMs + 24 * HOUR_MS]) {
    expect(dueNow(agenda, nowMs)).toBe(deckCounts({ cards: CARDS, records, settings, nowMs }).due);
  }
});

test('what is kept comes back; what is no agenda counts for nothing', () => {
  const store = memory();
  expect(keptAgenda(store)).toBeNull();
  expect(keptAgenda(null)).toBeNull();
  const agenda = { steps: [1], reviews: [2, 3], reviewsPerDay: 9, reviewed: 0, dayMs: 0 };
  keepAgenda(store, agenda);
  expect(keptAgenda(store)).toEqual(agenda);
  for (const broken of ['{', '[]', '{"steps":3}', 'null', '{"steps":["1"],"reviews":[]}']) {
    store.setItem('loopscope:agenda', broken);
    expect(keptAgenda(store), broken).toBeNull();
  }
});
