import { describe, expect, it } from 'vitest';
import type { Outcome } from '../trace/schema.ts';
import { type ComparedRow, compareOutput, describeComparison } from './compare-output.ts';
import type { OutputLine, OutputScript } from './playback.ts';
import { formatSeconds } from './transcript.ts';

const EXITED: Outcome = { kind: 'exited', status: 0, error: null };

/** `"0 a | 1! b"`: seconds, `!` for stderr, text. */
function script(text: string, outcome: Outcome = EXITED, endedNs = 2e9): OutputScript {
  const lines = text === '' ? [] : text.split(' | ').map(line);
  return { lines, outcome, endedNs };
}

function line(text: string): OutputLine {
  const [, seconds, mark, rest] = /^([\d.]+)(!?) (.*)$/.exec(text) ?? [];
  return { atNs: Number(seconds) * 1e9, stream: mark ? 'stderr' : 'stdout', text: rest ?? '' };
}

/** One row a line: `~` retimed, `*` changed, `+` added, `-` missing. */
function drawn(rows: readonly ComparedRow[]): string[] {
  return rows.map(drawnRow);
}

function drawnRow(row: ComparedRow): string {
  switch (row.kind) {
    case 'same':
      return `  ${shown(row.line)}`;
    case 'retimed':
      return `~ ${shown(row.line)} (was ${formatSeconds(row.expected.atNs)})`;
    case 'changed':
      return `* ${shown(row.line)} (was ${row.expected.text})`;
    case 'added':
      return `+ ${shown(row.line)}`;
    case 'missing':
      return `- ${shown(row.expected)}`;
  }
}

function shown({ atNs, text }: OutputLine): string {
  return `${formatSeconds(atNs)} ${text}`;
}

describe('compareOutput', () => {
  it('finds the same output the same', () => {
    const comparison = compareOutput(script('0 a | 1 b'), script('0 a | 1 b'));
    expect(comparison.same).toBe(true);
    expect(describeComparison(comparison)).toBe('Same output as the original, at the same times.');
  });

  it('takes times that read alike for equal', () => {
    const expected = script('1 a');
    const actual = { ...expected, lines: [{ ...line('1 a'), atNs: 1e9 + 400_000 }] };
    expect(compareOutput(expected, actual).same).toBe(true);
  });

  it('tells a line that comes at another time', () => {
    const comparison = compareOutput(script('0 a | 1 b'), script('0 a | 3 b'));
    expect(drawn(comparison.rows)).toEqual(['  0.000 a', '~ 3.000 b (was 1.000)']);
    expect(describeComparison(comparison)).toBe(
      'Different from the original: 1 line at another time.',
    );
  });

  it('aligns what is left when a line was taken out or put in', () => {
    const comparison = compareOutput(
      script('0 a | 1 b | 2 c | 2 d'),
      script('0 a | 2 c | 2 new | 2 d'),
    );
    expect(drawn(comparison.rows)).toEqual([
      '  0.000 a',
      '- 1.000 b',
      '  2.000 c',
      '+ 2.000 new',
      '  2.000 d',
    ]);
    expect(describeComparison(comparison)).toBe(
      'Different from the original: 1 line added, 1 line missing.',
    );
  });

  it('pairs lines that replaced others', () => {
    const expected = script('0 a | 1 tea is ready | 2 c');
    const actual = script('0 a | 1 coffee is ready | 2 c');
    expect(drawn(compareOutput(expected, actual).rows)).toEqual([
      '  0.000 a',
      '* 1.000 coffee is ready (was tea is ready)',
      '  2.000 c',
    ]);
  });

  it('does not pair lines that have nothing in common', () => {
    const comparison = compareOutput(script('0 brewing | 1 done'), script('0 File x | 0 Error'));
    expect(drawn(comparison.rows)).toEqual([
      '- 0.000 brewing',
      '- 1.000 done',
      '+ 0.000 File x',
      '+ 0.000 Error',
    ]);
  });

  it('keeps stdout and stderr apart', () => {
    const comparison = compareOutput(script('0 a'), script('0! a'));
    expect(drawn(comparison.rows)).toEqual(['- 0.000 a', '+ 0.000 a']);
  });

  it('tells another end, even after the same lines', () => {
    const failed: Outcome = { kind: 'exited', status: 1, error: null };
    const comparison = compareOutput(script('0 a'), script('0 a', failed, 1e9));
    expect(comparison.same).toBe(false);
    expect(describeComparison(comparison)).toBe(
      'Different from the original: ended with exit 1 instead of exit 0.',
    );
  });

  it('tells an end at another time', () => {
    const comparison = compareOutput(script('0 a'), script('0 a', EXITED, 3e9));
    expect(describeComparison(comparison)).toBe(
      'Different from the original: ended at 3.000 instead of 2.000.',
    );
  });

  it('copes with no output at all on either side', () => {
    expect(drawn(compareOutput(script(''), script('0 a')).rows)).toEqual(['+ 0.000 a']);
    expect(drawn(compareOutput(script('0 a'), script('')).rows)).toEqual(['- 0.000 a']);
  });

  it('does not align the output of a runaway loop', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => line(`0 ${at}`));
    const wanted = Array.from({ length: 20 }, (_, at) => line(`0 expected ${at}`));
    const { rows } = compareOutput(
      { ...script(''), lines: wanted },
      { ...script(''), lines: many },
    );
    expect(rows.length).toBe(100_020);
  });
});
