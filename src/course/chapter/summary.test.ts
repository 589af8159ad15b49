import { expect, test } from 'vitest';
import { lengthAfterKey, lengthFrom } from './summary.ts';

test('the paragraph is shown until the reader has chosen', () => {
  expect(lengthFrom(null)).toBe('paragraph');
  expect(lengthFrom('haiku')).toBe('paragraph');
  expect(lengthFrom('depth')).toBe('depth');
});

test('arrow keys go round the tabs, Home and End to the ends', () => {
  expect(lengthAfterKey('line', 'ArrowRight')).toBe('paragraph');
  expect(lengthAfterKey('depth', 'ArrowRight')).toBe('line');
  expect(lengthAfterKey('line', 'ArrowLeft')).toBe('depth');
  expect(lengthAfterKey('paragraph', 'Home')).toBe('line');
  expect(lengthAfterKey('paragraph', 'End')).toBe('depth');
});

test('any other key is left to the browser', () => {
  expect(lengthAfterKey('line', 'Tab')).toBeNull();
});
