import { describe, expect, it } from 'vitest';
import { followLine } from './follow-line.ts';

describe('followLine', () => {
  it('keeps its number when the edit is below', () => {
    expect(followLine('a\nb\nc', 'a\nb\nc\nd', 2)).toBe(2);
  });

  it('moves with its line when lines are put in or taken out above', () => {
    expect(followLine('a\nb\nc', 'new\na\nb\nc', 2)).toBe(3);
    expect(followLine('a\nb\nc', 'b\nc', 3)).toBe(2);
  });

  it('goes when the line itself is changed or removed', () => {
    expect(followLine('a\nb\nc', 'a\nB\nc', 2)).toBeNull();
    expect(followLine('a\nb\nc', 'a\nc', 2)).toBeNull();
  });
});
