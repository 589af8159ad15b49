import { expect, test } from 'vitest';
import { analysisOf } from '../analysis/analysis.ts';
import { manySleepers } from '../trace/test-events.ts';
import { type GroupedRow, groupRows, rowOf } from './grouped-rows.ts';

const text = (row: GroupedRow) =>
  row.kind === 'lane' ? row.lane.label : `${row.lanes.length} × ${row.coroutine}`;

test('forty lanes are shown one by one', () => {
  expect(groupRows(analysisOf(manySleepers(39, 1)).lanes)).toHaveLength(40);
});

test('two hundred alike share a row, which unfolds', () => {
  const lanes = analysisOf(manySleepers(200, 1)).lanes;
  const folded = groupRows(lanes);
  expect(folded.map(text)).toEqual(['main', '200 × nap']);
  const [, group] = folded;
  const key = group?.kind === 'group' ? group.key : '';
  const rows = groupRows(lanes, new Set([key]));
  expect(rows).toHaveLength(202);
  expect(rows.slice(0, 3).map(text)).toEqual(['main', '200 × nap', 'nap #2']);
  expect(rowOf(folded, 100)).toBe(1);
  expect(rowOf(rows, 100)).toBe(100);
});
