import { expect, test } from 'vitest';
import { markText, roundStep, secondsText } from './seconds.ts';

test('marks stand at round distances, never more than asked for', () => {
  expect(roundStep(11e9, 8)).toBe(2e9);
  expect(roundStep(8e9, 8)).toBe(1e9);
  expect(roundStep(4.5e9, 8)).toBe(1e9);
  expect(roundStep(0.3e9, 8)).toBeCloseTo(0.05e9);
  expect(roundStep(86_400e9, 8)).toBe(20_000e9);
});

test('a mark has the decimals that its step needs', () => {
  expect(markText(4e9, 2e9)).toBe('4');
  expect(markText(1.5e9, 0.5e9)).toBe('1.5');
  expect(markText(0.05e9, 0.05e9)).toBe('0.05');
  expect(markText(20_000e9, 20_000e9)).toBe('20000');
});

test('an exact time has three decimals', () => {
  expect(secondsText(4_500_000_000)).toBe('4.500 s');
});
