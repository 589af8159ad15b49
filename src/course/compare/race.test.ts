import { expect, test } from 'vitest';
import { clockText, offer } from './race.ts';

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
