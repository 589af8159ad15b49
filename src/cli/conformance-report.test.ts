import { expect, it } from 'vitest';
import type { Ending } from './conformance-programs.ts';
import { type Case, describeDifference, formatReport, judge } from './conformance-report.ts';

const ending = (stdout: string, status = 0, stderr = ''): Ending => ({ stdout, stderr, status });

function program(changes: Partial<Case> = {}): Case {
  return {
    name: 'tasks/gather',
    file: new URL('file:///tasks/gather.py'),
    source: '',
    requires: [3, 11],
    expected: { stdout: 'a\n', status: 0, origin: 'recorded' },
    exception: null,
    ...changes,
  };
}

it('agrees where the simulator prints what native Python and the recording say', () => {
  const result = { case: program(), simulated: ending('a\n'), native: ending('a\n') };
  expect(judge(result)).toEqual({ kind: 'agreed' });
});

it('differs where only the exit status is another', () => {
  const result = { case: program(), simulated: ending('a\n', 1, 'oops\n'), native: ending('a\n') };
  expect(judge(result)).toEqual({
    kind: 'differs',
    natively: true,
    difference: '- exit 0\n+ exit 1\n! oops',
  });
});

it('differs where the simulator agrees with native Python, but the recording says otherwise', () => {
  const result = { case: program(), simulated: ending('b\n'), native: ending('b\n') };
  expect(judge(result)).toMatchObject({ kind: 'differs', natively: false });
});

it('without native Python, is content with the recording', () => {
  const result = { case: program(), simulated: ending('a\n'), native: null };
  expect(judge(result)).toEqual({ kind: 'simulated-only', asExpected: true });
});

it('shows only the lines that differ', () => {
  expect(describeDifference(ending('a\nb\nc\n'), ending('a\nx\ny\nc\n'))).toBe('- b\n+ x\n+ y');
  expect(describeDifference(ending('a\n'), ending(''))).toBe('- a');
  expect(describeDifference(ending('a\na\n'), ending('a\n'))).toBe('- a');
});

it('counts by topic, and explains what differs', () => {
  const results = [
    { case: program(), simulated: ending('a\n'), native: ending('a\n') },
    {
      case: program({ name: 'streams/echo' }),
      simulated: ending('b\n'),
      native: ending('a\n'),
    },
    {
      case: program({ name: 'streams/new', requires: [3, 13], expected: null }),
      simulated: ending('b\n'),
      native: null,
    },
  ];
  const report = formatReport(results, { command: 'python3', version: [3, 11] });
  expect(report.agrees).toBe(false);
  expect(report.text).toBe(
    [
      'The simulator against python3, Python 3.11',
      '',
      'topic    agreed  differs  not run natively  excepted',
      'tasks         1        ·                 ·         ·',
      'streams       ·        1                 1         ·',
      'total         1        1                 1         ·',
      '',
      'Not run natively: 1, of which 0 print what is recorded or documented.',
      'Nothing to compare with: streams/new',
      '',
      'differs: streams/echo, from native Python',
      '    - a',
      '    + b',
      '',
    ].join('\n'),
  );
});
