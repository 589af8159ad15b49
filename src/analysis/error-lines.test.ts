import { expect, it } from 'vitest';
import type { Location } from '../trace/schema.ts';
import { type ErrorLines, errorLines } from './error-lines.ts';
import { linesOf } from './traceback/dump-traceback.ts';

/** What a program printed on stderr, and the exception that ended it. */
function linesFrom(
  printed: string,
  [type, message]: readonly [string, string],
  location: Location | null,
): ErrorLines {
  return errorLines({
    lines: linesOf(printed).map((text) => ({ atNs: 0, stream: 'stderr' as const, text })),
    outcome: { kind: 'exited', status: 1, error: { type, message, location } },
  });
}

const THROUGH_TWO = `
  Traceback (most recent call last):
    File "main.py", line 15, in <module>
      asyncio.run(main())
    File "/usr/lib/python3.14/asyncio/runners.py", line 204, in run
      return runner.run(main)
    File "main.py", line 12, in main
      await f()
    File "main.py", line 8, in f
      raise KeyError("x")
  KeyError: 'x'
`;

it('tells the line that raised from those that had called it', () => {
  expect(linesFrom(THROUGH_TWO, ['KeyError', "'x'"], { file: 0, line: 8 })).toEqual({
    raised: [8],
    ledThere: [12, 15],
  });
});

it('takes the traceback of the exception that ended the program, whatever else was printed', () => {
  const other = `${THROUGH_TWO.replaceAll("KeyError: 'x'", 'OSError: other')}\nTask was destroyed`;
  const printed = [...linesOf(other), ...linesOf(THROUGH_TWO), 'a warning'].join('\n');
  expect(
    linesFrom(printed.replace('line 12', 'line 99'), ['KeyError', "'x'"], { file: 0, line: 8 }),
  ).toEqual({ raised: [8], ledThere: [12, 15] });
});

it('knows the one line that was recorded where the program printed something else', () => {
  expect(linesFrom('my own hook', ['KeyError', "'x'"], { file: 0, line: 8 })).toEqual({
    raised: [8],
    ledThere: [],
  });
});

it('knows the lines that led to another file', () => {
  const printed = THROUGH_TWO.replace('"main.py", line 8', '"/home/learner/helper.py", line 3');
  expect(linesFrom(printed, ['KeyError', "'x'"], { file: 1, line: 3 })).toEqual({
    raised: [],
    ledThere: [12, 15],
  });
});

it('marks the line of each member of a group, and fainter that of the group', () => {
  const group = `
      + Exception Group Traceback (most recent call last):
      |   File "main.py", line 20, in <module>
      |     asyncio.run(main())
      | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
      +-+---------------- 1 ----------------
        | Traceback (most recent call last):
        |   File "main.py", line 9, in boom
        |     check()
        |   File "main.py", line 5, in check
        |     raise OSError("disk")
        | OSError: disk
        +---------------- 2 ----------------
        | Traceback (most recent call last):
        |   File "main.py", line 7, in boom
        |     raise ValueError("x")
        | ValueError: x
        +------------------------------------
    a warning
  `;
  const error = ['ExceptionGroup', 'unhandled errors in a TaskGroup (2 sub-exceptions)'] as const;
  expect(linesFrom(group, error, { file: 0, line: 20 })).toEqual({
    raised: [5, 7],
    ledThere: [9, 20],
  });
});

it('knows of none where no exception ended the program', () => {
  const outcome = { kind: 'exited', status: 0, error: null } as const;
  expect(errorLines({ lines: [], outcome })).toEqual({ raised: [], ledThere: [] });
});
