import { describe, expect, it } from 'vitest';
import { NOTHING_CHANGED } from '../../simulator/what-if.ts';
import type { WaitName } from '../../trace/timed-waits.ts';
import { changesText, followEdit, lengthOf, withoutWait, withWait } from './changes.ts';
import { lengthText, onGrid } from './lengths.ts';

const FIRST: WaitName = {
  agent: 'program / :9 main #1 / :6 work #2',
  kind: 'sleep',
  line: 3,
  nth: 1,
};
const SECOND: WaitName = { ...FIRST, nth: 2 };

describe('what is changed', () => {
  it('has each wait once, as it was set last, and none that is taken back', () => {
    const both = withWait(withWait(NOTHING_CHANGED, FIRST, 5), SECOND, 6);
    const again = withWait(both, FIRST, 7);
    expect(again.waits.map(({ lengthNs }) => lengthNs)).toEqual([7, 6]);
    expect(withoutWait(again, FIRST)).toEqual(withWait(NOTHING_CHANGED, SECOND, 6));
    expect(lengthOf(withoutWait(again, FIRST), FIRST)).toBeNull();
  });

  it('is said shortly', () => {
    const one = withWait(NOTHING_CHANGED, FIRST, 5);
    expect(changesText(one)).toBe('1 wait changed');
    expect(changesText({ ...withWait(one, SECOND, 6), latencyNs: 50e6 })).toBe(
      '2 waits changed, latency 50 ms',
    );
  });

  it('stays with its lines when lines are added above', () => {
    const source = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n';
    const moved = followEdit(withWait(NOTHING_CHANGED, FIRST, 5), source, `new\n${source}`);
    expect(moved.waits[0]?.wait).toEqual({
      ...FIRST,
      agent: 'program / :10 main #1 / :7 work #2',
      line: 4,
    });
  });

  it('goes when its line goes, and stays when its line is edited', () => {
    const one = withWait(NOTHING_CHANGED, FIRST, 5);
    expect(followEdit(one, 'a\nb\nc\nd\n', 'a\nb\nd\n').waits).toEqual([]);
    expect(followEdit(one, 'a\nb\nc\nd\n', 'a\nb\nC\nd\n')).toEqual(one);
  });
});

describe('a length', () => {
  it('lies on a grid of two digits, or as coarse as the hand', () => {
    expect(onGrid(812_345_678, 1)).toBe(810_000_000);
    expect(onGrid(812_345_678, 5e6)).toBe(820_000_000);
    expect(onGrid(12_340_000_000, 1e6)).toBe(12_000_000_000);
    expect(onGrid(-5, 1e6)).toBe(5_000_000);
  });

  it('is said in the unit that suits it', () => {
    expect([0, 5e8, 12.5e9, 50e6, 20e3].map(lengthText)).toEqual([
      '0 s',
      '0.5 s',
      '12.5 s',
      '50 ms',
      '20 µs',
    ]);
  });
});
