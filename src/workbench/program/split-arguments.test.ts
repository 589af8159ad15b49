import { describe, expect, it } from 'vitest';
import { splitArguments } from './split-arguments.ts';

const argsOf = (line: string) => {
  const split = splitArguments(line);
  return split.problem === null ? split.args : split.problem;
};

describe('splitArguments', () => {
  it('parts words at blanks, however many', () => {
    expect(argsOf('')).toEqual([]);
    expect(argsOf('  one\ttwo   three ')).toEqual(['one', 'two', 'three']);
  });

  it('keeps blanks between quotes, and empty arguments', () => {
    expect(argsOf(`--name "Ada L." 'a  b' ""`)).toEqual(['--name', 'Ada L.', 'a  b', '']);
    expect(argsOf(`--name="Ada L."x`)).toEqual(['--name=Ada L.x']);
  });

  it('takes backslashes as a shell does', () => {
    expect(argsOf(String.raw`it\'s a\ b "say \"hi\" \n" 'c:\d'`)).toEqual([
      "it's",
      'a b',
      String.raw`say "hi" \n`,
      String.raw`c:\d`,
    ]);
  });

  it('expands nothing', () => {
    expect(argsOf('$HOME *.py `x` a;b')).toEqual(['$HOME', '*.py', '`x`', 'a;b']);
  });

  it('names a quote that is not closed, and a backslash before nothing', () => {
    expect(argsOf(`one "two`)).toContain('no closing " for the one at character 5');
    expect(argsOf('one\\')).toContain('lone backslash');
  });
});
