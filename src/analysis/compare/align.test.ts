import { expect, test } from 'vitest';
import type { Trace } from '../../trace/schema.ts';
import { created, traceOf } from '../../trace/test-events.ts';
import { analysisOf } from '../analysis.ts';
import { align } from './align.ts';

const fetching = (task: number, line = 12) => created(0, task, 'fetch', 1, { line });
const saving = (task: number, line = 14) => created(0, task, 'save', 1, { line });
const main = created(0, 1, 'main', 0, { line: 20 });

test('tasks are paired by where and as which they were made, whatever their numbers', () => {
  const left = traceOf([main, fetching(2), fetching(3), saving(4)]);
  const right = traceOf([main, saving(2), fetching(3)]);
  expect(pairs(left, right)).toEqual([
    'the main program = the main program',
    'main = main',
    'fetch #2 = fetch',
    'fetch #3 = -',
    'save = save',
  ]);
  expect(pairs(right, left).at(-1)).toBe('- = fetch #3');
});

test('where lines were put in, tasks are paired all the same', () => {
  const left = traceOf([main, fetching(2), saving(3)], { source: program([]) });
  const right = traceOf([created(0, 1, 'main', 0, { line: 21 }), saving(2, 15), fetching(3, 13)], {
    source: program(['import time']),
  });
  expect(pairs(left, right)).toEqual([
    'the main program = the main program',
    'main = main',
    'fetch = fetch',
    'save = save',
  ]);
});

test('what is made on quite another line of another program is paired by what it runs', () => {
  const one = traceOf([created(0, 1, 'main', 0, { line: 1 }), fetching(2, 2)], {
    source: 'run(main())\ngather(fetch())',
  });
  const other = traceOf([created(0, 1, 'main', 0, { line: 1 }), fetching(2, 3)], {
    source: 'run(main())\nasync with TaskGroup() as group:\n    group.start(fetch)',
  });
  expect(pairs(one, other).at(-1)).toBe('fetch = fetch');
  const same = { ...other, program: one.program };
  expect(pairs(one, same)).toContain('fetch = -');
});

/** Twenty lines, after some others. */
function program(first: readonly string[]): string {
  return [...first, ...Array.from({ length: 20 }, (_, at) => `line_${'x'.repeat(at)}`)].join('\n');
}

function pairs(left: Trace, right: Trace): string[] {
  const label = (trace: Trace, id: number | null) =>
    id === null ? '-' : analysisOf(trace).agents.get(id)?.label;
  return align(left, right).pairs.map(
    (pair) => `${label(left, pair.left)} = ${label(right, pair.right)}`,
  );
}
