import { expect, it } from 'vitest';
import { filmMs } from './export-video.ts';

it('is as long as the run, and a moment at its end, from two and a half to six seconds', () => {
  expect(filmMs(3e9)).toBe(3_900);
  expect(filmMs(0)).toBe(2_500);
  expect(filmMs(500e9)).toBe(6_000);
});
