import { expect, it } from 'vitest';
import { defaultOutputPace, defaultPace } from './pace.ts';

const SECOND = 1e9;

it('plays output in real time where it is short, faster where it is longer, and at once what nobody waits for', () => {
  expect(defaultOutputPace(4.5 * SECOND)).toBe('real');
  expect(defaultOutputPace(11 * SECOND)).toBe('fourfold');
  expect(defaultOutputPace(86_400 * SECOND)).toBe('at-once');
});

it('plays a picture by steps where all happens in an instant, and never at once', () => {
  expect(defaultPace(0)).toBe('steps');
  expect(defaultPace(4.5 * SECOND)).toBe('real');
  expect(defaultPace(11 * SECOND)).toBe('double');
  expect(defaultPace(86_400 * SECOND)).toBe('fourfold');
});
