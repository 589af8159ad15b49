import { expect, it } from 'vitest';
import { dump, linesOf } from './dump-traceback.ts';
import { tracebackAt } from './traceback.ts';

/** Read from its first line. */
function read(text: string): string {
  return dump(tracebackAt(linesOf(text), 0));
}

it('reads the frames, the most recent call last, and the headline', () => {
  expect(
    read(`
      Traceback (most recent call last):
        File "main.py", line 15, in <module>
          asyncio.run(main())
          ~~~~~~~~~~~^^^^^^^^
        File "/usr/lib/python3.14/asyncio/runners.py", line 204, in run
          return runner.run(main)
        File "main.py", line 12, in main
          raise KeyError("x")
      KeyError: 'x'
      <sys>:0: RuntimeWarning: coroutine 'weigh' was never awaited
    `),
  ).toBe(
    "KeyError: 'x' (lines 0 to 8)\n  main.py:15 <module>, runners.py:204 run, main.py:12 main",
  );
});

it('reads a name of an exception with dots, and one without a message', () => {
  expect(
    read(`
      Traceback (most recent call last):
        File "main.py", line 1, in <module>
          f()
        [Previous line repeated 995 more times]
      main.<locals>.Bad.Error
    `),
  ).toBe('main.<locals>.Bad.Error (lines 0 to 4)\n  main.py:1 <module>');
});

it('reads an error of syntax, of which nothing was run', () => {
  expect(
    read(`
        File "main.py", line 2
          x = = 1
              ^
      SyntaxError: invalid syntax
    `),
  ).toBe('SyntaxError: invalid syntax (lines 0 to 3)\n  main.py:2');
});

it('reads what it came after', () => {
  const text = (words: string) => `
    Traceback (most recent call last):
      File "main.py", line 3, in f
        {}["q"]
    KeyError: 'q'

    ${words}

    Traceback (most recent call last):
      File "main.py", line 5, in f
        raise RuntimeError("wrapped") from error
    RuntimeError: wrapped
  `;
  const told = (how: string) =>
    `RuntimeError: wrapped (lines 7 to 10)\n  main.py:5 f\n${how}:\n  KeyError: 'q' (lines 0 to 3)\n    main.py:3 f`;
  expect(read(text('During handling of the above exception, another exception occurred:'))).toBe(
    told('context'),
  );
  expect(read(text('The above exception was the direct cause of the following exception:'))).toBe(
    told('cause'),
  );
});

it('reads the members of a group, groups among them, and what each came after', () => {
  expect(
    read(`
        + Exception Group Traceback (most recent call last):
        |   File "main.py", line 18, in main
        |     async with asyncio.TaskGroup() as g:
        | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
        +-+---------------- 1 ----------------
          | Traceback (most recent call last):
          |   File "main.py", line 10, in boom
          |     bad("q")
          | KeyError: 'q'
          |${' '}
          | The above exception was the direct cause of the following exception:
          |${' '}
          | Traceback (most recent call last):
          |   File "main.py", line 12, in boom
          |     raise err from e
          | RuntimeError: wrapped
          | a note
          +---------------- 2 ----------------
          | Exception Group Traceback (most recent call last):
          |   File "main.py", line 7, in boom
          |     raise ExceptionGroup("inner", [ValueError("a"), KeyError("k")])
          | ExceptionGroup: inner (2 sub-exceptions)
          +-+---------------- 1 ----------------
            | ValueError: a
            +---------------- 2 ----------------
            | KeyError: 'k'
            +------------------------------------
      after
    `),
  ).toBe(
    [
      'ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions) (lines 0 to 26)',
      '  main.py:18 main',
      '- RuntimeError: wrapped (lines 12 to 16)',
      '    main.py:12 boom',
      '  cause:',
      "    KeyError: 'q' (lines 5 to 8)",
      '      main.py:10 boom',
      '- ExceptionGroup: inner (2 sub-exceptions) (lines 18 to 26)',
      '    main.py:7 boom',
      '  - ValueError: a (lines 23 to 23)',
      "  - KeyError: 'k' (lines 25 to 25)",
    ].join('\n'),
  );
});

it('takes nothing else for one', () => {
  expect(read('Traceback (most recent call last):\n  no frame')).toBe('none');
  expect(read('ValueError: said by the program')).toBe('none');
  expect(read('  File "main.py", line 2\nsaid by the program')).toBe('none');
  expect(read('')).toBe('none');
});
