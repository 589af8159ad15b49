import { expect, test } from 'vitest';
import { isWhole, pan, reveal, zoom } from './viewport.ts';

const WHOLE = { fromNs: 0, toNs: 8e9 };

test('zooming keeps what is under the pointer where it is', () => {
  expect(zoom(WHOLE, WHOLE, 2, 0.25)).toEqual({ fromNs: 1e9, toNs: 5e9 });
  expect(zoom({ fromNs: 1e9, toNs: 5e9 }, WHOLE, 0.5, 0.25)).toEqual(WHOLE);
});

test('nothing outside the run is shown', () => {
  expect(isWhole(zoom(WHOLE, WHOLE, 0.1, 0.9), WHOLE)).toBe(true);
  expect(pan({ fromNs: 1e9, toNs: 3e9 }, WHOLE, -4)).toEqual({ fromNs: 0, toNs: 2e9 });
  expect(pan({ fromNs: 1e9, toNs: 3e9 }, WHOLE, 4)).toEqual({ fromNs: 6e9, toNs: 8e9 });
});

test('the window follows a playhead that leaves it, and only then', () => {
  const window = { fromNs: 2e9, toNs: 4e9 };
  expect(reveal(window, WHOLE, 4e9)).toBe(window);
  expect(reveal(window, WHOLE, 5e9)).toEqual({ fromNs: 3.2e9, toNs: 5.2e9 });
});
