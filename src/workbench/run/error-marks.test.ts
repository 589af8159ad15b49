import { expect, it } from 'vitest';
import { withErrorMarks } from './error-marks.ts';

const lines = { raised: [8], ledThere: [5, 12] };

it('marks the line that raised, and otherwise those that led there', () => {
  expect(withErrorMarks(lines)).toEqual([
    { line: 5, state: 'led' },
    { line: 8, state: 'raised' },
    { line: 12, state: 'led' },
  ]);
});

it('leaves a line to the mark that it has', () => {
  expect(withErrorMarks(lines, [{ line: 8, state: 'running' }])).toEqual([
    { line: 5, state: 'led' },
    { line: 8, state: 'running' },
    { line: 12, state: 'led' },
  ]);
});
