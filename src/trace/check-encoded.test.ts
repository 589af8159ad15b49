import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryEvents } from './arbitrary-events.ts';
import { endOfPossible, IMPOSSIBLE } from './check-encoded.ts';
import { encodeEvents } from './codec.ts';
import { CONTEXT, FIRST_FIELD } from './encoding.ts';
import { EventChecker } from './validate.ts';

/** Where each of the encoded events begins, and the last one ends. */
function boundsOf(numbers: ArrayLike<number>, texts: number): number[] {
  const { known } = new EventChecker();
  const bounds: number[] = [];
  let at = 0;
  while (at < numbers.length && at !== IMPOSSIBLE) {
    if (numbers[at] === CONTEXT) at += 3;
    bounds.push(at);
    at = endOfPossible(numbers, at, known, texts);
  }
  return [...bounds, at];
}

it('takes each event that can be, and finds its end', () => {
  fc.assert(
    fc.property(arbitraryEvents(), (events) => {
      const { numbers, texts } = encodeEvents(events);
      const bounds = boundsOf(numbers, texts.length);
      expect(bounds).toHaveLength(events.length + 1);
      expect(bounds.at(-1)).toBe(numbers.length);
    }),
  );
});

it.each([-2, 0.5, Number.NaN, 1e300])('takes no event with %d in a field of it', (odd) => {
  fc.assert(
    fc.property(arbitraryEvents(), fc.nat(), (events, pick) => {
      const { numbers, texts } = encodeEvents(events);
      const start = boundsOf(numbers, texts.length)[pick % events.length];
      fc.pre(start !== undefined && start + FIRST_FIELD < numbers.length);
      const changed = [...(numbers as number[])];
      changed[(start as number) + FIRST_FIELD] = odd;
      expect(boundsOf(changed, texts.length).at(-1)).toBe(IMPOSSIBLE);
    }),
  );
});
