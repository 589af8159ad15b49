import { describe, expect, it } from 'vitest';
import type { TimedWait } from '../../analysis/timed-waits.ts';
import type { TimedKind } from '../../trace/timed-waits.ts';
import { findLiteral, withLength } from './literal.ts';

function waitAt(line: number, kind: TimedKind, seconds: number): TimedWait {
  return {
    name: { agent: 'program', kind, line, nth: 1 },
    ...{ agent: 0, line, fromNs: 0, untilNs: seconds * 1e9, askedNs: seconds * 1e9 },
    isChanged: false,
  };
}

/** The program with 7 s there; null where the number is not found. */
function changed(source: string, kind: TimedKind, seconds: number, line = 1): string | null {
  const literal = findLiteral(source, waitAt(line, kind, seconds));
  return literal && withLength(source, literal, 7e9);
}

describe('the number of a wait', () => {
  it.each([
    ['sleep', 0.5, 'await asyncio.sleep(0.5)', 'await asyncio.sleep(7.0)'],
    ['sleep', 2, 'await sleep(2)', 'await sleep(7)'],
    ['sleep', 2, 'await asyncio.sleep(delay=2)', 'await asyncio.sleep(delay=7)'],
    ['sleep', 2, 'await asyncio.sleep(2, "done")', 'await asyncio.sleep(7, "done")'],
    ['sleep', 1000, 'await asyncio.sleep(1_000)', 'await asyncio.sleep(7)'],
    ['blocking-sleep', 1.5, 'time.sleep(1.5)', 'time.sleep(7.0)'],
    [
      'limit',
      2,
      'async with asyncio.timeout(2) as limit:',
      'async with asyncio.timeout(7) as limit:',
    ],
    ['limit', 2, 'await wait_for(f(1, 2), 2)', 'await wait_for(f(1, 2), 7)'],
    ['limit', 2, 'await wait_for(f(1, 2), timeout = 2)', 'await wait_for(f(1, 2), timeout = 7)'],
    ['wait', 3, 'await asyncio.wait({a, b}, timeout=3)', 'await asyncio.wait({a, b}, timeout=7)'],
    ['callback', 1, 'loop.call_later(1, ring, 1)', 'loop.call_later(7, ring, 1)'],
  ] as const)('of a %s of %d s is found in %s', (kind, seconds, source, expected) => {
    expect(changed(source, kind, seconds)).toBe(expected);
  });

  it('may stand on a later line, after comments and strings', () => {
    const source = 'x = 1\nawait asyncio.wait_for(\n    f("a, b(", 2),  # sleep(2, 3\n    2,\n)\n';
    expect(changed(source, 'limit', 2, 2)).toBe(source.replace('    2,\n', '    7,\n'));
  });

  it('is the one that fits, among several calls of a line', () => {
    const source = 'await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))';
    expect(changed(source, 'sleep', 2)).toBe(
      'await asyncio.gather(asyncio.sleep(1), asyncio.sleep(7))',
    );
  });

  it.each([
    ['await asyncio.sleep(delay)', 'a name'],
    ['await asyncio.sleep(1 + 1)', 'a sum'],
    ['await asyncio.sleep(-2)', 'a negative number'],
    ['await asyncio.sleep(3)', 'another length'],
    ['await asyncio.sleep(*args, 2)', 'arguments of unknown number'],
    ['await asyncio.gather(sleep(2), sleep(2))', 'two that fit'],
    ['await asyncio.sleep(delay)  # sleep(2)', 'a comment'],
    ['await asyncio.sleep(d("sleep(2)"))', 'a string'],
    ['await asyncio.sleep(d(f"sleep(2)"))', 'an f-string'],
    ['await oversleep(2)', 'another call'],
    ['await asyncio.sleep(2', 'a call without an end'],
    ['"""\nawait asyncio.sleep(2)\n"""', 'a text of several lines'],
  ])('is not found in %s: %s', (source) => {
    const line = source.startsWith('"""') ? 2 : 1;
    expect(changed(source, 'sleep', 2, line)).toBeNull();
  });

  it('is left alone where the wait is changed already', () => {
    const wait = { ...waitAt(1, 'sleep', 2), isChanged: true };
    expect(findLiteral('await asyncio.sleep(2)', wait)).toBeNull();
  });
});
