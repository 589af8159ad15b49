import { describe, expect, it } from 'vitest';
import { indentAfter } from './python-indent.ts';

describe('indentAfter', () => {
  it('keeps the indentation of the line before', () => {
    expect(indentAfter('x = 1')).toBe('');
    expect(indentAfter('def f():\n    x = 1')).toBe('    ');
  });

  it('goes a step in after a colon, also before a comment', () => {
    expect(indentAfter('async def main():')).toBe('    ');
    expect(indentAfter('    for x in y:  # each')).toBe('        ');
  });

  it('goes a step out after what ends a block', () => {
    expect(indentAfter('        return x')).toBe('    ');
    expect(indentAfter('    pass')).toBe('');
  });

  it('stays where a bracket is still open', () => {
    expect(indentAfter('    return f(')).toBe('    ');
  });
});
