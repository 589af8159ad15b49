import { describe, expect, it } from 'vitest';
import { prepareProgram, sameProgram, tidySource } from './playground-program.ts';

const PROGRAM = { name: 'main.py', source: 'print(1)', args: '', seed: '' };

describe('prepareProgram', () => {
  it('splits the arguments and reads the seed', () => {
    expect(prepareProgram(PROGRAM)).toEqual({ args: [], seed: 0, problem: null });
    expect(prepareProgram({ ...PROGRAM, args: '-n "a b"', seed: ' 4294967295 ' })).toEqual({
      args: ['-n', 'a b'],
      seed: 4294967295,
      problem: null,
    });
  });

  it('says what is wrong with either', () => {
    for (const seed of ['-1', '1.5', '1e3', '4294967296', 'x', '0x10']) {
      expect(prepareProgram({ ...PROGRAM, seed }).problem).toContain(`and is “${seed}”`);
    }
    expect(prepareProgram({ ...PROGRAM, args: "it's" }).problem).toContain('no closing');
  });
});

describe('a program', () => {
  it('is the same where only the way its seed is written differs', () => {
    expect(sameProgram(PROGRAM, { ...PROGRAM, seed: '0' })).toBe(true);
    expect(sameProgram(PROGRAM, { ...PROGRAM, source: '' })).toBe(false);
  });

  it('has the line ends of the editor, and no byte order mark', () => {
    expect(tidySource('\ufeffa\r\nb\rc\n')).toBe('a\nb\nc\n');
  });
});
