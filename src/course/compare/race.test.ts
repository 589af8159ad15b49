import { expect, test } from 'vitest';
import { clockText, offer, RACE_MS, raceNs } from './race.ts';

test('the whole race takes the same time to watch, however long the programs take', () => {
  expect(raceNs(0, 11e9)).toBe(0);
  expect(raceNs(RACE_MS / 2, 11e9)).toBe(5.5e9);
  expect(raceNs(RACE_MS, 11e9)).toBe(11e9);
  expect(raceNs(RACE_MS * 2, 11e9)).toBe(11e9);
});

test('a clock stops when its program is over', () => {
  expect(clockText(1.25e9, 4.5e9)).toBe('1.250 s');
  expect(clockText(9e9, 4.5e9)).toBe('4.500 s');
});

test('the button offers what can be done next', () => {
  expect([offer('playing'), offer('paused'), offer('over')]).toEqual([
    'Pause',
    'Play',
    'Play again',
  ]);
});
